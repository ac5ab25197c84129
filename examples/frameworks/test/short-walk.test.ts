import { authAt } from '@authchart/testing/at'
import { uiFromForms } from '@authchart/testing/vitest'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { type FrameworkName, frameworks, show } from './frameworks.ts'

const names = Object.keys(frameworks) as FrameworkName[]
const { actions } = uiFromForms()
const password = 'Correct-horse-7'

test.each(names)('%s: a sign-in with a second factor', async (name) => {
  const answers = { signIn: 'SMS_MFA', respondToChallenge: 'tokens' } as const
  const auth = authAt('signIn', { username: 'ada', failure: 'network', answers })
  const { container, unmount } = await show(name, auth)
  const handle = { user: userEvent.setup(), container }
  const shown = (route: string) =>
    vi.waitFor(() => {
      const element = container.querySelector(`[data-authform=${route}]`)
      if (!element) throw new Error(`${route} is not there`)
      return element
    })
  try {
    const signIn = await shown('signIn')
    expect(signIn.querySelector('[role=alert]')?.textContent).toContain('connection')
    expect(signIn.querySelector('input')?.value).toBe('ada')
    await actions['signIn.submit'](handle, { username: 'ada@example.com', password })
    const confirm = await shown('confirmSignIn')
    expect(confirm.querySelector('input')?.value).toBe('')
    // The focus goes to the heading of a new screen.
    await vi.waitFor(() => expect(document.activeElement?.localName).toBe('h1'))
    await actions['confirmSignIn.submit'](handle, { code: '314159', rememberDevice: false })
    await shown('signedIn')
    await shown('changePassword')
    expect(auth.calls.map((call) => call.name)).toEqual(['submit', 'submit'])
  } finally {
    await unmount()
  }
})

test.each(names)('%s: what was typed stays while the form changes', async (name) => {
  const auth = authAt('signUp')
  const { container, unmount } = await show(name, auth)
  const user = userEvent.setup()
  try {
    const input = await vi.waitFor(() => {
      const found = container.querySelector('input')
      if (!found) throw new Error('There is no input')
      return found
    })
    await user.type(input, 'ada')
    const submit = container.querySelector('button[type=submit]')
    if (submit) await user.click(submit)
    // Something is wrong with the password, which is missing.
    await vi.waitFor(() => expect(container.querySelector('em')?.textContent).toBeTruthy())
    expect(container.querySelector('input')).toBe(input)
    expect(input.value).toBe('ada')
    expect(container.querySelector('input[type=password]')?.getAttribute('aria-invalid')).toBe(
      'true',
    )
    expect(auth.calls).toEqual([])
  } finally {
    await unmount()
  }
})
