import { expect, onTestFinished, test, vi } from 'vitest'
import { cognitoPorts } from '../../src/cognito/index.ts'
import { Secret } from '../../src/index.ts'
import { control, email, lastCode, openPage, password } from '../support/sandbox-auth.ts'

const getData = (username: string, userPoolId: string, clientId: string) =>
  `fingerprint of ${username} for ${userPoolId} ${clientId}`

function openUserPool(config: object = {}) {
  const page = openPage()
  const sent: { operation: string; context: unknown }[] = []
  const { userPool } = cognitoPorts({
    // The configurations below name a hosted UI of their own.
    config: { ...page.sandbox.config, hostedUiOrigin: undefined, ...config },
    clock: page.sandbox.clock,
    fetch: (input, init) => {
      const operation = String(new Headers(init?.headers).get('x-amz-target')).split('.')[1] ?? ''
      const { UserContextData }: { UserContextData?: unknown } = JSON.parse(String(init?.body))
      sent.push({ operation, context: UserContextData })
      return page.sandbox.fetch(input instanceof Request ? input : new URL(input), init)
    },
  })
  return { page, sent, userPool }
}

function loadScript(script: { getData: (...names: [string, string, string]) => unknown }) {
  vi.stubGlobal('AmazonCognitoAdvancedSecurityData', script)
  onTestFinished(() => {
    vi.unstubAllGlobals()
  })
}

const options = { signal: new AbortController().signal }
const secret = new Secret(password)

test('all requests that take it carry the fingerprint of the device, and no other', async () => {
  const { page, sent, userPool } = openUserPool()
  loadScript({ getData })
  const { userPoolId, userPoolClientId } = page.sandbox.config
  const username = email

  await userPool.signUp({ username, password: secret, attributes: { email } }, options)
  await userPool.resendSignUpCode({ username }, options)
  await userPool.confirmSignUp({ username, code: new Secret(await lastCode(page)) }, options)
  await userPool.forgotPassword({ username }, options)
  const code = new Secret(await lastCode(page))
  await userPool.resetPassword({ username, code, password: secret }, options)
  const outcome = await userPool.signIn({ username, password: secret }, options)
  if (outcome.kind !== 'tokens') throw new Error(outcome.kind)
  await userPool.getUser(outcome.tokens, options)

  expect(sent.map(({ operation }) => operation)).toEqual([
    'SignUp',
    'ResendConfirmationCode',
    'ConfirmSignUp',
    'ForgotPassword',
    'ConfirmForgotPassword',
    'InitiateAuth',
    'RespondToAuthChallenge',
    'GetUser',
  ])
  const names = sent.map(({ context }) => {
    const { EncodedData = '' }: { EncodedData?: string } = Object(context)
    return EncodedData.match(/fingerprint of (\S+) for (.*)/)?.slice(1)
  })
  const pool = `${userPoolId} ${userPoolClientId}`
  expect(names.slice(0, 6)).toEqual(Array.from({ length: 6 }, () => [email, pool]))
  // By then Cognito has returned the username in its own spelling.
  expect(names[6]).toEqual([expect.stringMatching(/^[\da-f-]{36}$/), pool])
  expect(names[7]).toBeUndefined()
})

test.each<[string, { config?: object; script?: Parameters<typeof loadScript>[0] }]>([
  ['the page has no script', {}],
  [
    'the configuration forbids it',
    {
      script: { getData },
      config: {
        hostedUi: {
          domain: 'shop.auth.us-east-1.amazoncognito.com',
          options: { AdvancedSecurityDataCollectionFlag: false },
        },
      },
    },
  ],
  ['the script has nothing', { script: { getData: () => undefined } }],
  [
    'the script fails',
    {
      script: {
        getData: () => {
          throw new Error('no canvas')
        },
      },
    },
  ],
])('no fingerprint goes along where %s, and the request does', async (_, { config, script }) => {
  const { sent, userPool } = openUserPool(config)
  if (script) loadScript(script)
  await userPool.signUp({ username: email, password: secret, attributes: { email } }, options)
  expect(sent).toEqual([{ operation: 'SignUp', context: undefined }])
})

test.each([
  ['UserPoolAddOnNotEnabledException', 'User pool add-ons not enabled'],
  [
    'InvalidParameterException',
    "1 validation error detected: Value at 'userContextData.encodedData' failed to satisfy constraint: Member must have length less than or equal to 1",
  ],
])('a fingerprint that Cognito rejects is left out: %s', async (type, message) => {
  const { page, sent, userPool } = openUserPool()
  loadScript({ getData })
  await control(page, '/faults', { operation: 'SignUp', times: 1, type, message })
  const input = { username: email, password: secret, attributes: { email } }
  expect(await userPool.signUp(input, options)).toMatchObject({ kind: 'unconfirmed' })
  expect(sent.map(({ context }) => context !== undefined)).toEqual([true, false])
})
