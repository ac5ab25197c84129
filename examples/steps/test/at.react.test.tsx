import { StepError } from '@authchart/machine'
import { AuthProvider } from '@authchart/react'
import { authAt } from '@authchart/testing/at'
import { userEvent } from '@testing-library/user-event'
import type { ComponentProps } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Screens } from '../src/react-screens.tsx'
import { steps } from '../src/steps.ts'

let container: HTMLElement
let root: Root

beforeEach(() => {
  container = document.body.appendChild(document.createElement('main'))
  root = createRoot(container)
})

afterEach(() => {
  root.unmount()
  container.remove()
})

async function show(auth: ComponentProps<typeof AuthProvider>['auth']) {
  root.render(
    <AuthProvider auth={auth}>
      <Screens />
    </AuthProvider>,
  )
  await vi.waitFor(() => expect(container.querySelector('h1')).not.toBeNull())
}

test.each([
  ['enterInvitation', 'Enter your invitation'],
  ['acceptTerms', 'Accept our terms'],
  ['chooseOrganisation', 'Choose an organisation'],
] as const)('%s is shown at once, and its server is not called', async (route, title) => {
  const auth = authAt(route, { steps })
  await show(auth)
  expect(container.querySelector('h1')?.textContent).toBe(title)
  await userEvent.click(container.querySelector('form [type=submit]') as Element)
  expect(auth.getView().route).toBe(route)
})

test('a failure of a step is at its field, and what is typed is written down', async () => {
  const failure = new StepError('unknownInvitation', { field: 'code' })
  const auth = authAt('enterInvitation', { steps, failure })
  await show(auth)
  const code = container.querySelector('input[name=code]') as HTMLInputElement
  expect(code.getAttribute('aria-invalid')).toBe('true')
  expect(container.textContent).toContain('We do not know this invitation.')
  await userEvent.type(code, 'friend{Enter}')
  expect(auth.calls).toEqual([{ name: 'enter', input: { code: 'friend' } }])
  await vi.waitFor(() => expect(auth.getView().pending).toBe('enter'))
})

test('what is behind a step follows once its action is done', async () => {
  const answers = { 'acceptTerms.accept': 'done', 'chooseOrganisation.later': 'done' } as const
  const auth = authAt('acceptTerms', { steps, answers })
  await show(auth)
  expect(container.querySelector('a')?.textContent).toBe('Read the terms, version 3')
  await userEvent.click(container.querySelector('form [type=submit]') as Element)
  await vi.waitFor(() => expect(container.textContent).toContain('Choose an organisation'))
  expect(auth.getView()).toMatchObject({ route: 'chooseOrganisation', isPending: false })
})
