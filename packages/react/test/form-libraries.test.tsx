import { readFileSync } from 'node:fs'
import { type Auth, createAuth, defaultPasswordPolicy } from '@authchart/machine'
import { createSandbox } from '@authchart/sandbox'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { ComponentType } from 'react'
import { afterEach, describe, expect, test } from 'vitest'
import { AuthProvider, useAuthMachine } from '../src/index.ts'
import { SignUpForm as ReactHookForm } from './guides/react-hook-form.tsx'
import { SignUpForm as TanStackForm } from './guides/tanstack-form.tsx'

const started: Auth[] = []
afterEach(() => {
  cleanup()
  for (const auth of started.splice(0)) auth.stop()
  localStorage.clear()
  sessionStorage.clear()
})

type Form = typeof ReactHookForm

/** Opens the sign-up screen of an app whose form is the given one. */
async function open(Form: ComponentType<Parameters<Form>[0]>) {
  const sandbox = createSandbox({
    pool: {
      UsernameAttributes: [],
      Policies: { PasswordPolicy: { MinimumLength: 10, RequireSymbols: false } },
    },
  })
  const auth = createAuth({
    config: {
      ...sandbox.config,
      passwordPolicy: { ...defaultPasswordPolicy, minLength: 10, requireSymbols: false },
      signUpAttributes: ['email', { name: 'phone_number', required: false }],
    },
    fetch: (input, init) => sandbox.fetch(input instanceof Request ? input : new URL(input), init),
  })
  started.push(auth)
  function Screen() {
    const view = useAuthMachine()
    if (view.route === 'signUp') return <Form view={view} />
    return <h1>{view.route}</h1>
  }
  render(
    <AuthProvider auth={auth}>
      <Screen />
    </AuthProvider>,
  )
  await waitFor(() => expect(auth.getView().route).toBe('signIn'))
  const view = auth.getView()
  act(() => {
    if (view.route === 'signIn') view.goSignUp()
  })
  return { auth, sandbox }
}

async function type(label: string, text: string) {
  await act(async () => {
    fireEvent.change(screen.getByLabelText(label), { target: { value: text } })
  })
}
async function submit() {
  await act(async () => screen.getByRole('button').click())
}
const errors = () => screen.queryAllByRole('alert').map(({ textContent }) => textContent)

describe.each([
  ['React Hook Form', ReactHookForm],
  ['TanStack Form', TanStackForm],
])('%s', (_, Form) => {
  test('shows what is missing, and sends nothing', async () => {
    const { auth } = await open(Form)
    await submit()
    await waitFor(() =>
      expect(errors()).toEqual(['Fill this in.', 'Fill this in.', 'Fill this in.']),
    )
    expect(auth.getView()).toMatchObject({ route: 'signUp', isPending: false, failure: undefined })
  })

  test('shows the rules of the password while it is typed', async () => {
    await open(Form)
    await type('Password', 'x')
    await waitFor(() =>
      expect(errors()).toEqual(['At least 10 characters', 'An uppercase letter', 'A number']),
    )
    await type('Password', 'Xx')
    await waitFor(() => expect(errors()).toEqual(['At least 10 characters', 'A number']))
    await type('Password', ' Correct horse 7')
    await waitFor(() => expect(errors()).toEqual(['No space at the beginning or the end']))
    await type('Password', `Correct7${'x'.repeat(249)}`)
    await waitFor(() => expect(errors()).toEqual(['At most 256 characters']))
    await type('Password', 'Correct horse 7')
    await waitFor(() => expect(errors()).toEqual([]))
  })

  test('signs up with what was typed, tidied', async () => {
    const { auth, sandbox } = await open(Form)
    await type('User name', ' ada\u200e')
    await type('Email', 'ada@example')
    await type('Phone', '030')
    await type('Password', 'Correct horse 7')
    await submit()
    await waitFor(() => expect(errors()).toHaveLength(2))
    expect(errors()).toEqual([
      'This is not an email address. It looks like name@example.com.',
      'This is not a phone number. Begin with + and the country code.',
    ])
    await type('Email', 'ada@example.com ')
    await type('Phone', '030 123 456')
    await submit()
    await waitFor(() => expect(auth.getView().route).toBe('confirmSignUp'))
    expect(auth.getView()).toMatchObject({ username: 'ada' })
    const { controlUrl } = sandbox.config
    const response = await sandbox.fetch(`${controlUrl}/users`)
    expect(await response.text()).toContain('+4930123456')
  })
})

test.each(['react-hook-form.tsx', 'tanstack-form.tsx'])(
  'the guide shows the %s that runs here',
  (file) => {
    const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
    const guide = read('../../../docs/guides/form-libraries.md')
    expect(guide).toContain(`\`\`\`tsx\n${read(`guides/${file}`)}\`\`\``)
  },
)
