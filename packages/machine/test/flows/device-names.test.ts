import { expect, test } from 'vitest'
import { memoryStorage } from '../../src/adapters/memory/memory-storage.ts'
import { cognitoDeviceStore } from '../../src/cognito/devices/device-store.ts'
import type { Auth } from '../../src/index.ts'
import { Secret } from '../../src/secret.ts'
import {
  createUser,
  email,
  lastCode,
  mfaPool,
  mustCallCognito,
  openPage,
  password,
  settled,
} from '../support/sandbox-auth.ts'

async function pageWithEmails() {
  const page = openPage({
    pool: {
      ...mfaPool('OPTIONAL'),
      DeviceConfiguration: {
        ChallengeRequiredOnNewDevice: true,
        DeviceOnlyRememberedOnUserPrompt: true,
      },
    },
  })
  await createUser(page)
  const EmailMfaSettings = { Enabled: true, PreferredMfa: true }
  await mustCallCognito(page, 'AdminSetUserMFAPreference', { Username: email, EmailMfaSettings })
  return page
}

const submit = async (auth: Auth, username = email) =>
  (await settled(auth, 'signIn')).submit({ username, password })

const flows = ['USER_PASSWORD_AUTH', 'USER_SRP_AUTH'] as const

test.each(flows)('a remembered device is found by the e-mail that is typed: %s', async (flow) => {
  const page = await pageWithEmails()
  const auth = page.load({ config: { authenticationFlowType: flow } })
  await submit(auth)
  const view = await settled(auth, 'confirmSignIn')
  view.submit({ code: await lastCode(page), rememberDevice: true })
  const { user } = await settled(auth, 'signedIn')
  expect(user.username).not.toBe(email)
  const devices = () => [...page.stored.keys()].filter((key) => key.endsWith('deviceKey'))
  expect(devices()).toHaveLength(1)
  for (const typed of [email, email.toUpperCase(), user.username]) {
    ;(await settled(auth, 'signedIn')).signOut()
    await submit(auth, typed)
    await settled(auth, 'signedIn')
    expect(page.sent).toContain('ConfirmDevice')
    expect(page.sent.filter((name) => name === 'ConfirmDevice')).toHaveLength(1)
  }
  expect(devices()).toHaveLength(1)
})

test('a device that an older version or Amplify has left is found once its session was refreshed', async () => {
  const page = await pageWithEmails()
  const config = { authenticationFlowType: 'USER_PASSWORD_AUTH' }
  const auth = page.load({ config })
  await submit(auth)
  const view = await settled(auth, 'confirmSignIn')
  view.submit({ code: await lastCode(page), rememberDevice: true })
  await settled(auth, 'signedIn')
  for (const key of page.stored.keys()) if (key.endsWith('.names')) page.stored.delete(key)
  const adopted = page.load({ config })
  await settled(adopted, 'signedIn')
  await adopted.getSession({ forceRefresh: true })
  ;(await settled(adopted, 'signedIn')).signOut()
  await submit(adopted)
  await settled(adopted, 'signedIn')
})

const device = (key: string) => new Secret({ key, groupKey: 'group', password: 'password' })

test('every name of a user leads to the device, in any case, and to one that was stored by another name', async () => {
  const items = new Map<string, string>()
  const store = cognitoDeviceStore(memoryStorage(items), 'client')
  const keyOf = async (name: string) => (await store.load(name))?.reveal().key
  await store.link('uuid', ['uuid', 'Ada@example.com', '+4915112345678'])
  // By amazon-cognito-identity-js, which knew what was typed and nothing else.
  await store.save('Ada@example.com', device('typed'))
  for (const name of ['uuid', 'ada@EXAMPLE.com', ' Ada@example.com', '+4915112345678']) {
    expect(await keyOf(name)).toBe('typed')
  }
  expect(await keyOf('grace@example.com')).toBeUndefined()
  await store.clear('+4915112345678')
  expect(await keyOf('Ada@example.com')).toBeUndefined()
  expect([...items.keys()]).toEqual(['authchart.client.names'])
})

test('an e-mail that has gone to another user leads to theirs, and names stay few', async () => {
  const items = new Map<string, string>()
  const store = cognitoDeviceStore(memoryStorage(items), 'client')
  await store.link('one', ['ada@example.com'])
  await store.save('one', device('device one'))
  await store.save('two', device('device two'))
  await store.link('two', ['Ada@example.com'])
  expect((await store.load('ada@example.com'))?.reveal().key).toBe('device two')
  for (let count = 0; count < 30; count += 1)
    await store.link(`user ${count}`, [`${count}@x.example`])
  expect(JSON.parse(items.get('authchart.client.names') ?? '')).toHaveLength(10)
})

test.each(['{', 'null', '[1]', '[["a"]]', '{"__proto__":[]}', '[["a",{}]]'])(
  'what is stored and means nothing is nothing: %s',
  async (stored) => {
    const store = cognitoDeviceStore(
      memoryStorage(new Map([['authchart.client.names', stored]])),
      'client',
    )
    expect(await store.load('ada')).toBeUndefined()
    await store.link('uuid', ['ada'])
    await store.save('uuid', device('d'))
    expect((await store.load('ada'))?.reveal().key).toBe('d')
  },
)

test('a storage that throws has no device, and prevents no sign-in', async () => {
  const page = openPage()
  await createUser(page)
  const items = memoryStorage(page.stored)
  const auth = page.load({
    storage: {
      ...items,
      getItem: (key) => {
        if (/device|random|names/i.test(key)) throw new Error('The storage throws')
        return items.getItem(key)
      },
    },
  })
  await submit(auth)
  await settled(auth, 'signedIn')
})
