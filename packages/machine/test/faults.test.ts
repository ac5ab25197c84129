import { expect, test } from 'vitest'
import type { Auth } from '../src/index.ts'
import {
  control,
  email,
  openPage,
  type Page,
  password,
  settled,
  signUp,
  signUpAndIn,
} from './support/sandbox-auth.ts'

/** What imperfect networks and servers give, and the failure that it has to become. */
const faults = [
  ['a lost connection', { drop: true }, 'network'],
  ['a 500 in JSON', { type: 'InternalErrorException', status: 500 }, 'serviceError'],
  ['a 503 with HTML', { status: 503, body: '<html>Sorry</html>' }, 'nonJsonAnswer'],
  ['a 429', { status: 429, body: '{}' }, 'throttled'],
  ['throttling', { type: 'TooManyRequestsException' }, 'throttled'],
  ['an empty answer', { status: 200, body: '' }, 'emptyAnswer'],
  ['a success with null', { status: 200, body: 'null' }, 'invalidAnswer'],
  ['a success that says nothing', { status: 200, body: '{}' }, 'invalidAnswer'],
  ['an error without a name', { status: 400, body: '{"message":"?"}' }, 'unnamedError'],
  [
    'a trigger that refuses',
    { type: 'UserLambdaValidationException', message: 'No' },
    'refusedByTrigger',
  ],
  ['an exception nobody knows', { type: 'BrandNewException', message: '!' }, 'unknown'],
  [
    'tokens that do not decode',
    {
      status: 200,
      body: '{"AuthenticationResult":{"IdToken":"x","AccessToken":"x","RefreshToken":"x"}}',
    },
    'invalidAnswer',
  ],
] as const

test.each(faults)('sign-in survives %s and passes when tried again', async (_, fault, code) => {
  const page = openPage()
  const auth = page.load()
  const confirm = await signUp(auth)
  confirm.goSignIn()
  await control(page, '/faults', { operation: 'InitiateAuth', times: 1, ...fault })
  ;(await settled(auth, 'signIn')).submit({ username: email, password })
  const view = await settled(auth, 'signIn')
  expect(view.failure?.code).toBe(code)
  expect(view.failure?.message).not.toBe('')
  view.submit({ username: email, password })
  await settled(auth, 'confirmSignUp')
})

const impatient = { timeoutMs: 1_000 }

/** How each request comes about; the page is made impatient only where the time-out is wanted. */
const ways: Record<string, (page: Page) => Promise<Auth>> = {
  async SignUp(page) {
    const auth = page.load(impatient)
    ;(await settled(auth, 'signIn')).goSignUp()
    ;(await settled(auth, 'signUp')).submit({ username: email, password, attributes: { email } })
    return auth
  },
  async ConfirmSignUp(page) {
    const auth = page.load(impatient)
    ;(await signUp(auth)).submit({ code: '123456' })
    return auth
  },
  async ResendConfirmationCode(page) {
    const auth = page.load(impatient)
    ;(await signUp(auth)).goSignIn()
    ;(await settled(auth, 'signIn')).submit({ username: email, password })
    return auth
  },
  async RevokeToken(page) {
    await signUpAndIn(page, page.load())
    const auth = page.load(impatient)
    ;(await settled(auth, 'signedIn')).signOut()
    return auth
  },
  async GlobalSignOut(page) {
    await signUpAndIn(page, page.load())
    const auth = page.load(impatient)
    ;(await settled(auth, 'signedIn')).globalSignOut()
    return auth
  },
}

test.each(Object.entries(ways))(
  'an answer to %s that never comes is given up after the time-out',
  async (operation, goThere) => {
    const page = openPage()
    await control(page, '/faults', { operation, latencyMs: 4_000, times: 1 })
    const auth = await goThere(page)
    const failed: string[] = []
    auth.actor.on('failure', ({ failure }) => failed.push(failure.code))
    auth.subscribe(({ failure }) => failure && failed.push(failure.code))
    await expect.poll(() => failed, { timeout: 6_000 }).toContain('timeout')
    expect(auth.getView().isPending).toBe(false)
  },
)
