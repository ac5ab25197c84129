import {
  autoSignIn,
  confirmSignUp,
  fetchAuthSession,
  fetchUserAttributes,
  getCurrentUser,
  resendSignUpCode,
  signIn,
  signOut,
  signUp,
} from 'aws-amplify/auth'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useAmplify } from '../support/amplify.ts'
import { password, useJudgedSandbox } from '../support/judged-sandbox.ts'

const judged = useJudgedSandbox()
const { items } = useAmplify(judged)

let username: string

beforeEach(() => {
  username = judged.newEmail()
})
afterEach(() => vi.useRealTimers())

async function confirmed() {
  await signUp({ username, password })
  await confirmSignUp({ username, confirmationCode: await judged.codeFor(username) })
}

async function signedIn() {
  await confirmed()
  await signIn({ username, password })
}

test('signs up, resends the code and confirms', async () => {
  const options = { userAttributes: { email: username, given_name: 'Jäne' } }
  const { isSignUpComplete, userId, nextStep } = await signUp({ username, password, options })
  expect(isSignUpComplete).toBe(false)
  expect(userId).toMatch(/^[0-9a-f-]{36}$/)
  expect(nextStep).toEqual({
    signUpStep: 'CONFIRM_SIGN_UP',
    codeDeliveryDetails: {
      attributeName: 'email',
      deliveryMedium: 'EMAIL',
      destination: 'u***@e***',
    },
  })
  expect(await resendSignUpCode({ username })).toMatchObject({ destination: 'u***@e***' })
  const confirmationCode = await judged.codeFor(username)
  expect(await confirmSignUp({ username, confirmationCode })).toMatchObject({
    isSignUpComplete: true,
    nextStep: { signUpStep: 'DONE' },
  })
  await signIn({ username, password })
  expect(await fetchUserAttributes()).toEqual({
    sub: userId,
    email: username,
    email_verified: 'true',
    given_name: 'Jäne',
  })
})

test('signs in by itself after the confirmation', async () => {
  const options = { userAttributes: {}, autoSignIn: { authFlowType: 'USER_SRP_AUTH' } as const }
  await signUp({ username, password, options })
  const confirmationCode = await judged.codeFor(username)
  expect(await confirmSignUp({ username, confirmationCode })).toMatchObject({
    nextStep: { signUpStep: 'COMPLETE_AUTO_SIGN_IN' },
  })
  expect(await autoSignIn()).toEqual({ isSignedIn: true, nextStep: { signInStep: 'DONE' } })
})

test.each(['USER_SRP_AUTH', 'USER_PASSWORD_AUTH'] as const)('signs in by %s', async (flow) => {
  await confirmed()
  const options = { authFlowType: flow }
  expect(await signIn({ username, password, options })).toEqual({
    isSignedIn: true,
    nextStep: { signInStep: 'DONE' },
  })
  const { tokens, userSub } = await fetchAuthSession()
  expect(tokens?.idToken?.payload).toMatchObject({ email: username, sub: userSub })
  expect(await getCurrentUser()).toEqual({
    username: userSub,
    userId: userSub,
    signInDetails: { loginId: username, authFlowType: flow },
  })
})

test.each(['USER_SRP_AUTH', 'USER_PASSWORD_AUTH'] as const)('is rejected by %s', async (flow) => {
  const attempt = (secret = password) =>
    signIn({ username, password: secret, options: { authFlowType: flow } })
  const rejected = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' }
  await expect(attempt()).rejects.toMatchObject(rejected)
  await signUp({ username, password })
  expect(await attempt()).toMatchObject({ nextStep: { signInStep: 'CONFIRM_SIGN_UP' } })
  await expect(attempt('Wr0ng-pass')).rejects.toMatchObject(rejected)
})

test('gets the errors for a wrong code and an unknown user', async () => {
  await signUp({ username, password })
  const confirmationCode = (await judged.codeFor(username)) === '000000' ? '111111' : '000000'
  await expect(confirmSignUp({ username, confirmationCode })).rejects.toMatchObject({
    name: 'CodeMismatchException',
    message: 'Invalid verification code provided, please try again.',
  })
  await judged.setPool({ PreventUserExistenceErrors: 'LEGACY' })
  const unknown = { username: judged.newEmail(), password }
  await expect(signIn(unknown)).rejects.toMatchObject({
    name: 'UserNotFoundException',
    message: 'User does not exist.',
  })
  await judged.setPool({ PreventUserExistenceErrors: 'ENABLED' })
})

test('refreshes on request, and when the session has expired', async () => {
  await signedIn()
  const access = async (forceRefresh = false) =>
    String((await fetchAuthSession({ forceRefresh })).tokens?.accessToken)
  const first = await access()
  expect(await access()).toBe(first)
  const second = await access(true)
  expect(second).not.toBe(first)
  expect(judged.operations().at(-1)).toBe('GetTokensFromRefreshToken')
  // Both clocks move: Amplify checks the expiry by its own.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61 * 60_000 })
  expect(await access()).not.toBe(second)
})

test('refreshes with rotation', async () => {
  await judged.setPool({ RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 } })
  await signedIn()
  const stored = () => [...items].find(([key]) => key.endsWith('.refreshToken'))?.[1]
  const first = stored()
  await fetchAuthSession({ forceRefresh: true })
  const second = stored()
  expect(second).not.toBe(first)
  await fetchAuthSession({ forceRefresh: true })
  expect(stored()).not.toBe(second)
  await judged.setPool({ RefreshTokenRotation: { Feature: 'DISABLED' } })
})

test('signs out and revokes its tokens', async () => {
  await signedIn()
  await signOut()
  expect(judged.operations().at(-1)).toBe('RevokeToken')
  await expect(getCurrentUser()).rejects.toMatchObject({
    name: 'UserUnAuthenticatedException',
  })
})

test('signs out everywhere', async () => {
  await signedIn()
  await signOut({ global: true })
  expect(judged.operations().at(-1)).toBe('GlobalSignOut')
  expect((await fetchAuthSession()).tokens).toBeUndefined()
})

test('loses the session that was ended elsewhere', async () => {
  await signedIn()
  const copy = new Map(items)
  await signOut({ global: true })
  for (const [key, value] of copy) items.set(key, value)
  await expect(fetchUserAttributes()).rejects.toMatchObject({
    name: 'NotAuthorizedException',
    message: 'Access Token has been revoked',
  })
  expect((await fetchAuthSession({ forceRefresh: true })).tokens).toBeUndefined()
})
