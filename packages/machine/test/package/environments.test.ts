import { fileURLToPath } from 'node:url'
import { type Context, runInContext } from 'node:vm'
import { beforeAll, describe, expect, test } from 'vitest'
import { bundle } from '../environments/bundle.ts'
import { environments } from '../environments/environments.ts'
import type { Flows, Host } from '../environments/flows.ts'
import { openRealm } from '../environments/realm.ts'
import {
  control,
  createUser,
  email,
  mfaPool,
  mustCallCognito,
  openPage,
  type Page,
  password,
  totpCode,
} from '../support/sandbox-auth.ts'
import { visitor } from '../support/visitor.ts'

const fileOf = (name: string) => fileURLToPath(new URL(name, import.meta.url))

let app: string

beforeAll(async () => {
  app = await bundle(fileOf('../environments/flows.ts'))
})

/** The flows that are walked in each environment. */
const names = [
  'sign-in by SRP, refresh, sign-out',
  'a wrong password',
  'a code of the authenticator app',
  'the session is there after a restart',
  'a request that gets no answer ends at its deadline',
  'a request is given up',
  'the hosted UI, there and back, and out',
] as const satisfies readonly Exclude<keyof Flows, 'createAuth'>[]

async function openHost(page: Page): Promise<Host> {
  const people = visitor(page.sandbox)
  const { hostedUiOrigin, ...config } = page.sandbox.config
  return {
    config,
    hostedUiOrigin,
    options: {},
    username: email,
    password,
    code: async () => '',
    visit: (url) => people.signIn(url, email, password),
    delay: (operation, latencyMs) => control(page, '/faults', { operation, times: 1, latencyMs }),
  }
}

/** An authenticator app that the user has set up before. */
async function setUpTotp(page: Page): Promise<() => Promise<string>> {
  const { AuthenticationResult } = (await mustCallCognito(page, 'InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: email, PASSWORD: password },
  })) as { AuthenticationResult: { AccessToken: string } }
  const { AccessToken } = AuthenticationResult
  const { SecretCode } = (await mustCallCognito(page, 'AssociateSoftwareToken', {
    AccessToken,
  })) as {
    SecretCode: string
  }
  await mustCallCognito(page, 'VerifySoftwareToken', {
    AccessToken,
    UserCode: await totpCode(page, SecretCode),
  })
  await mustCallCognito(page, 'AdminSetUserMFAPreference', {
    Username: email,
    SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
  })
  // The code of this moment was used.
  await control(page, '/clock', { advanceMs: 60_000 })
  return () => totpCode(page, SecretCode)
}

const fetchOf =
  (page: Page): typeof globalThis.fetch =>
  (input, init) =>
    page.sandbox.fetch(input instanceof Request ? input : new URL(String(input)), init)

describe.each(environments)('$name', ({ open, options, isForgetful, rejected = {} }) => {
  async function opened(page: Page): Promise<{ context: Context; own: object }> {
    const fetch = fetchOf(page)
    const context = await open(fetch)
    runInContext(app, context)
    return { context, own: options?.(fetch) ?? {} }
  }

  test.each(names)('%s', async (name) => {
    const page = openPage({ pool: mfaPool('OPTIONAL') })
    await createUser(page)
    const urls = ['myapp://signed-in']
    await control(page, '/pool', { CallbackURLs: urls, LogoutURLs: urls })
    const host = await openHost(page)
    const { context, own } = await opened(page)
    const { flows }: { flows: Flows } = context as never
    const code = name.startsWith('a code') ? await setUpTotp(page) : host.code
    const walk = flows[name]({
      ...host,
      code,
      options: { ...own, clock: page.sandbox.clock, ...host.options },
    })
    const why = rejected[name]
    const isLost = isForgetful && name.includes('restart')
    if (why)
      await expect(walk).rejects.toMatchObject({
        name: 'ConfigError',
        message: expect.stringMatching(why),
      })
    else if (isLost) await expect(walk).rejects.toThrow('Not signedIn but signIn: undefined')
    else await walk
  })
})

const packages = fileOf('../../../')

/** What an app may import, where there is nothing but the language. */
const entries = [
  ['@authchart/machine', 'machine/src/index.ts'],
  ['@authchart/machine/cognito', 'machine/src/cognito/index.ts'],
  ['@authchart/machine/browser', 'machine/src/adapters/browser/index.ts'],
  ['@authchart/machine/identity-pool', 'machine/src/cognito/identity-pool/index.ts'],
  ['@authchart/machine/server', 'machine/src/adapters/server/index.ts'],
  ['@authchart/machine/xstate', 'machine/src/xstate.ts'],
  ['@authchart/testing', 'testing/src/index.ts'],
  ['@authchart/react', 'react/src/index.ts'],
  ['@authchart/vue', 'vue/src/index.ts'],
] as const

test.each(entries)('%s needs no global when it is imported', async (_, file) => {
  const context = openRealm({})
  for (const name of ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'console']) {
    delete context[name]
  }
  runInContext(await bundle(`${packages}${file}`), context)
})

test.each([
  ['crypto.getRandomValues', { crypto: {} }, 'react-native-get-random-values'],
  ['crypto.getRandomValues', { crypto: undefined }, 'react-native-get-random-values'],
  ['AbortController', { AbortController: undefined }, 'AbortController'],
])('createAuth says that there is no %s', (name, lacking, brought) => {
  const context = openRealm({ AbortController, crypto, ...lacking })
  runInContext(app, context)
  const { flows }: { flows: Flows } = context as never
  const open = () =>
    flows.createAuth({ config: { userPoolId: 'us-east-1_AbCdEf123', userPoolClientId: 'abc' } })
  expect(open).toThrow(expect.objectContaining({ name: 'ConfigError' }))
  expect(open).toThrow(name)
  expect(open).toThrow(brought)
})
