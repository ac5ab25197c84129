import {
  InitiateAuthCommand,
  NotAuthorizedException,
} from '@aws-sdk/client-cognito-identity-provider'
import type { CognitoUser, CognitoUserAttribute, UserData } from 'amazon-cognito-identity-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createIdentityJs, settled } from '../support/identity-js.ts'
import { password, useJudgedSandbox } from '../support/judged-sandbox.ts'
import { createSdkClient, expectException } from '../support/sdk-client.ts'

const judged = useJudgedSandbox()

let email: string
let browser: ReturnType<typeof createIdentityJs>
let user: CognitoUser

beforeEach(() => {
  email = judged.newEmail()
  browser = createIdentityJs(judged.config)
  user = browser.userOf(email)
})
afterEach(() => vi.useRealTimers())

const confirm = (code: string) =>
  settled<string>((done) => user.confirmRegistration(code, false, done))

async function confirmed() {
  await browser.signUp(email, password)
  await confirm(await judged.codeFor(email))
}

async function signedIn() {
  await confirmed()
  return browser.signIn(user, email, password)
}

const attributes = () => settled<CognitoUserAttribute[]>((done) => user.getUserAttributes(done))

/** Another client refreshes with the token. */
const refresh = (REFRESH_TOKEN: string) =>
  createSdkClient(judged.config).send(
    new InitiateAuthCommand({
      ClientId: judged.config.userPoolClientId,
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      AuthParameters: { REFRESH_TOKEN },
    }),
  )

test('signs up, resends the code and confirms with the new one', async () => {
  const { userConfirmed, userSub, codeDeliveryDetails } = await browser.signUp(email, password)
  expect(userConfirmed).toBe(false)
  expect(userSub).toMatch(/^[0-9a-f-]{36}$/)
  expect(codeDeliveryDetails).toEqual({
    AttributeName: 'email',
    DeliveryMedium: 'EMAIL',
    Destination: 'u***@e***',
  })
  const first = await judged.codeFor(email)
  const again = await settled<unknown>((done) => user.resendConfirmationCode(done))
  expect(again).toEqual({ CodeDeliveryDetails: codeDeliveryDetails })
  const second = await judged.codeFor(email)
  expect(second).not.toBe(first)
  await expect(confirm(first)).rejects.toMatchObject({ code: 'CodeMismatchException' })
  expect(await confirm(second)).toBe('SUCCESS')
})

test('gets the errors for an existing account and a weak password', async () => {
  await browser.signUp(email, password)
  await expect(browser.signUp(email, password)).rejects.toMatchObject({
    code: 'UsernameExistsException',
  })
  await expect(browser.signUp(judged.newEmail(), 'short')).rejects.toMatchObject({
    code: 'InvalidPasswordException',
    message: 'Password does not conform to policy: Password not long enough',
  })
})

test('gets the error for a wrong code', async () => {
  await browser.signUp(email, password)
  const wrong = (await judged.codeFor(email)) === '000000' ? '111111' : '000000'
  await expect(confirm(wrong)).rejects.toMatchObject({
    code: 'CodeMismatchException',
    message: 'Invalid verification code provided, please try again.',
  })
})

test.each(['USER_SRP_AUTH', 'USER_PASSWORD_AUTH'])('signs in by %s', async (flow) => {
  await confirmed()
  user.setAuthenticationFlowType(flow)
  const session = await browser.signIn(user, email, password)
  expect(session.isValid()).toBe(true)
  const sub: unknown = session.getIdToken().payload.sub
  expect(session.getIdToken().payload).toMatchObject({ email, email_verified: true })
  expect(session.getAccessToken().payload).toMatchObject({ sub, token_use: 'access' })
  // The library keeps the session under USER_ID_FOR_SRP after SRP, else under what was typed.
  expect(browser.pool.getCurrentUser()?.getUsername()).toBe(flow === 'USER_SRP_AUTH' ? sub : email)
})

test.each(['USER_SRP_AUTH', 'USER_PASSWORD_AUTH'])('is rejected by %s', async (flow) => {
  // A user object of its own each time: it takes over USER_ID_FOR_SRP, a fake one included.
  const signIn = (secret = password) => {
    const fresh = browser.userOf(email)
    fresh.setAuthenticationFlowType(flow)
    return browser.signIn(fresh, email, secret)
  }
  const rejected = { code: 'NotAuthorizedException', message: 'Incorrect username or password.' }
  await expect(signIn()).rejects.toMatchObject(rejected)
  await judged.setPool({ PreventUserExistenceErrors: 'LEGACY' })
  await expect(signIn()).rejects.toMatchObject({
    code: 'UserNotFoundException',
    message: 'User does not exist.',
  })
  await judged.setPool({ PreventUserExistenceErrors: 'ENABLED' })
  await browser.signUp(email, password)
  await expect(signIn()).rejects.toMatchObject({
    code: 'UserNotConfirmedException',
    message: 'User is not confirmed.',
  })
  await confirm(await judged.codeFor(email))
  await expect(signIn('Wr0ng-pass')).rejects.toMatchObject(rejected)
})

test('does not learn from confirming or resending whether a user exists', async () => {
  const resend = () => settled<unknown>((done) => user.resendConfirmationCode(done))
  await expect(confirm('123456')).rejects.toMatchObject({ code: 'ExpiredCodeException' })
  await expect(resend()).resolves.toMatchObject({
    CodeDeliveryDetails: { Destination: 'u***@e***' },
  })
  await judged.setPool({ PreventUserExistenceErrors: 'LEGACY' })
  const unknown = {
    code: 'UserNotFoundException',
    message: 'Username/client id combination not found.',
  }
  await expect(confirm('123456')).rejects.toMatchObject(unknown)
  await expect(resend()).rejects.toMatchObject(unknown)
  await judged.setPool({ PreventUserExistenceErrors: 'ENABLED' })
})

test('reads attributes and user data', async () => {
  const session = await signedIn()
  const sub: unknown = session.getIdToken().payload.sub
  expect((await attributes()).map(({ Name, Value }) => [Name, Value])).toEqual([
    ['sub', sub],
    ['email_verified', 'true'],
    ['email', email],
  ])
  const data = await settled<UserData>((done) => user.getUserData(done))
  expect(data).toMatchObject({ Username: sub })
  expect(data.UserAttributes).toHaveLength(3)
})

test('restores the session from its storage, and refreshes it when it has expired', async () => {
  const first = await signedIn()
  const restored = browser.pool.getCurrentUser()
  if (!restored) throw new Error('No user in storage')
  expect((await browser.getSession(restored)).getAccessToken()).toEqual(first.getAccessToken())
  // Both clocks move: the library checks the expiry by its own.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61 * 60_000 })
  const second = await browser.getSession(restored)
  expect(second.getAccessToken().getJwtToken()).not.toBe(first.getAccessToken().getJwtToken())
  expect(second.getRefreshToken().getToken()).toBe(first.getRefreshToken().getToken())
  expect(second.isValid()).toBe(true)
  expect(judged.operations().at(-1)).toBe('InitiateAuth')
})

test('is rejected with an access token that expired on the clock of the sandbox', async () => {
  const session = await signedIn()
  judged.sandbox.clock.advance(61 * 60_000)
  await expect(attributes()).rejects.toMatchObject({
    code: 'NotAuthorizedException',
    message: 'Access Token has expired',
  })
  await settled((done) => user.refreshSession(session.getRefreshToken(), done))
  expect(await attributes()).toHaveLength(3)
})

test('signs out and revokes its tokens', async () => {
  const session = await signedIn()
  await new Promise<void>((resolve) => user.signOut(resolve))
  expect(browser.pool.getCurrentUser()).toBeNull()
  expect([...browser.storage.items]).toEqual([])
  expect(judged.operations().at(-1)).toBe('RevokeToken')
  await expectException(
    refresh(session.getRefreshToken().getToken()),
    NotAuthorizedException,
    'Refresh Token has been revoked',
  )
})

test('signs out everywhere', async () => {
  const here = await signedIn()
  const elsewhere = createIdentityJs(judged.config)
  const there = await elsewhere.signIn(elsewhere.userOf(email), email, password)
  const result = await new Promise((onSuccess, onFailure) => {
    user.globalSignOut({ onSuccess, onFailure })
  })
  expect(result).toBe('SUCCESS')
  for (const session of [here, there]) {
    await expectException(
      refresh(session.getRefreshToken().getToken()),
      NotAuthorizedException,
      'Refresh Token has been revoked',
    )
  }
})
