import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Auth } from '@authchart/machine'
import { type ReactNode, StrictMode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { expect, onTestFinished, test, vi } from 'vitest'
import {
  createUser,
  email,
  openPage,
  password,
  settled,
  submitSignIn,
} from '../../machine/test/support/sandbox-auth.ts'
import { AuthProvider, useAuthForm } from '../src/index.ts'
import { Security } from './guides/forms/account.tsx'
import { Auth as OneScreen } from './guides/forms/one-screen.tsx'
import { Auth as OwnFields } from './guides/forms/own-fields.tsx'
import { Field } from './guides/forms/rules.tsx'
import { Auth as Translated } from './guides/forms/words.tsx'

const read = (path: string) => readFileSync(join(import.meta.dirname, path), 'utf8')
const guide = read('../../../docs/guides/forms.md')

/** What the examples import of an app. */
const around = ['form.tsx']
const files = readdirSync(join(import.meta.dirname, 'guides/forms')).filter(
  (file) => !around.includes(file),
)

const examples = [
  ['tsx', '../../../consumers/start-react/src/form.tsx'],
  ['vue', '../../../examples/minimal-vue/src/auth-form.vue'],
  ['ts', '../../../examples/e2e/walks/minimal.spec.ts'],
  ...files.map((file) => ['tsx', `guides/forms/${file}`] as const),
] as const

test.each(examples)('the guide shows the %s of %s, which compiles there', (language, path) => {
  expect(guide).toContain(`\`\`\`${language}\n${read(path)}\`\`\``)
})

test('the guide has no code that does not compile', () => {
  expect(guide.match(/^```(tsx?|vue)$/gm)).toHaveLength(examples.length)
})

function show(auth: Auth, children: ReactNode): HTMLElement {
  const element = document.createElement('div')
  document.body.replaceChildren(element)
  const root = createRoot(element)
  onTestFinished(() => root.unmount())
  flushSync(() =>
    root.render(
      <StrictMode>
        <AuthProvider auth={auth}>{children}</AuthProvider>
      </StrictMode>,
    ),
  )
  return element
}

async function openSignIn(attributes: Record<string, string> = {}) {
  const page = openPage()
  await createUser(page, attributes)
  const auth = page.load({ config: { authenticationFlowType: 'USER_PASSWORD_AUTH' } })
  await settled(auth, 'signIn')
  return { page, auth }
}

const shows = (check: () => unknown) => vi.waitFor(check, { timeout: 8_000 })

const titleOf = (root: HTMLElement) => root.querySelector('h1')?.textContent

function type(root: HTMLElement, name: string, text: string) {
  const input = root.querySelector<HTMLInputElement>(`input[name="${name}"]`)
  if (!input) throw new Error(`There is no input ${name}`)
  input.value = text
  input.dispatchEvent(new Event('input', { bubbles: true }))
  return input
}

function press(root: HTMLElement, event: string) {
  const button = root.querySelector<HTMLButtonElement>(`button[data-action="${event}"]`)
  if (!button) throw new Error(`There is no button ${event}`)
  button.click()
}

test('one screen is replaced, the others are the one component', async () => {
  const { auth } = await openSignIn()
  const root = show(auth, <OneScreen />)
  expect(titleOf(root)).toBe('Welcome to the shop')
  press(root, 'go.forgotPassword')
  await shows(() => expect(titleOf(root)).toBe('Forgot your password?'))
  press(root, 'go.signIn')
  await shows(() => expect(titleOf(root)).toBe('Welcome to the shop'))
  type(root, 'username', email)
  type(root, 'password', password)
  press(root, 'signIn.submit')
  await settled(auth, 'signedIn')
})

test('fields of one’s own reach Cognito', async () => {
  const page = openPage({
    pool: { SchemaAttributes: [{ Name: 'custom:team', AttributeDataType: 'String' }] },
  })
  const auth = page.load({ config: { authenticationFlowType: 'USER_PASSWORD_AUTH' } })
  const start = await settled(auth, 'signIn')
  start.goSignUp()
  const root = show(auth, <OwnFields />)
  type(root, 'username', email)
  type(root, 'password', password)
  type(root, 'passwordRepeat', password)
  press(root, 'signUp.submit')
  await shows(() =>
    expect(
      root.querySelector('[name="attributes.custom:team"]')?.getAttribute('aria-invalid'),
    ).toBe('true'),
  )
  expect(page.sent).toEqual([])
  type(root, 'attributes.custom:team', 'blue')
  type(root, 'validationData.invitation', 'friend')
  let body = ''
  const { fetch } = page.sandbox
  vi.spyOn(page.sandbox, 'fetch').mockImplementation(async (input, init) => {
    body = String(init?.body ?? body)
    return fetch(input, init)
  })
  press(root, 'signUp.submit')
  await settled(auth, 'confirmSignUp')
  expect(JSON.parse(body)).toMatchObject({
    UserAttributes: [{ Name: 'custom:team', Value: 'blue' }],
    ValidationData: [{ Name: 'invitation', Value: 'friend' }],
  })
})

function NewPassword() {
  const form = useAuthForm()
  return (
    <form {...form.formProps}>
      {form.fields.map((field) => (
        <Field key={field.name} field={field} />
      ))}
    </form>
  )
}

test('the rules of a password are marked while the user types', async () => {
  const { auth } = await openSignIn()
  const view = await settled(auth, 'signIn')
  view.goSignUp()
  const root = show(auth, <NewPassword />)
  const marks = () =>
    [...root.querySelectorAll('li')].map((rule) => rule.getAttribute('data-passed'))
  expect(marks()).toEqual([null, null, null, null, null])
  type(root, 'password', 'lower')
  expect(marks()).toEqual(['false', 'false', 'true', 'false', 'false'])
})

test('the words are those of the user, with texts of the app’s own', async () => {
  const { auth } = await openSignIn()
  const languages = ['de-AT']
  const root = show(auth, <Translated languages={languages} />)
  expect(titleOf(root)).toBe('Welcome to the shop')
  await shows(() => expect(root.querySelector('form')?.lang).toBe('de'))
  expect(titleOf(root)).toBe('Anmelden')
})

test('a page shows some tasks of the account, without the form of the account itself', async () => {
  const { auth } = await openSignIn()
  await submitSignIn(auth)
  await settled(auth, 'signedIn')
  const root = show(auth, <Security />)
  const titles = () => [...root.querySelectorAll('h1')].map(({ textContent }) => textContent)
  expect(titles()).toEqual(['Password'])
  press(root, 'signedIn.load')
  await shows(() => expect(titles()).toEqual(['Password', 'Second step at sign-in', 'Devices']))
  const previous = type(root, 'previousPassword', password)
  type(root, 'password', 'Another-horse-8')
  press(root, 'signedIn.changePassword')
  await shows(() => expect(auth.getView().notice).toBe('passwordChanged'))
  await shows(() => expect(previous.value).toBe(''))
})
