import { fileURLToPath } from 'node:url'
import { createContext, runInContext } from 'node:vm'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { type CreationOptions, createAuthenticator } from '../../src/authenticator/index.ts'
import * as nodeEntry from '../../src/index.ts'
import { codeAt } from '../support/authenticator.ts'
import { createClient, email, password } from '../support/client.ts'
import { signInWithSrp } from '../support/srp-client.ts'

type Entry = typeof nodeEntry

/** What browsers have and the language does not. Everything else of Node is missing, `process` and `Buffer` too. */
const webGlobals = [
  'AbortController AbortSignal ArrayBuffer Headers Request Response TextDecoder TextEncoder',
  'URL URLSearchParams Uint8Array atob btoa clearTimeout crypto setTimeout structuredClone',
]
  .join(' ')
  .split(' ')

async function bundled(): Promise<{ entry: Entry; inputs: string[] }> {
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: "export * from '@authchart/sandbox'",
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    },
    bundle: true,
    platform: 'browser',
    conditions: ['authchart-source'],
    format: 'iife',
    globalName: 'entry',
    metafile: true,
    logLevel: 'silent',
    write: false,
  })
  const globals: Record<string, unknown> = globalThis
  const context = createContext(Object.fromEntries(webGlobals.map((name) => [name, globals[name]])))
  const entry: Entry = runInContext(`${outputFiles[0]?.text ?? ''}\nentry`, context)
  return { entry, inputs: Object.keys(metafile.inputs) }
}

const { entry, inputs } = await bundled()

test('a bundle for browsers has the entry for browsers, with the same exports', () => {
  expect(inputs.filter((file) => /src\/(browser|index)\.ts$/.test(file))).toEqual([
    'src/browser.ts',
  ])
  expect(Object.keys(entry).sort()).toEqual(Object.keys(nodeEntry).sort())
})

test('signs up, signs in by SRP and by an authenticator app without anything of Node', async () => {
  const sandbox = entry.createSandbox({
    pool: { MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration: { Enabled: true } },
  })
  const client = createClient(sandbox)
  await client.confirmed()
  const { body } = await signInWithSrp(client, email, password)
  const { AccessToken } = body.AuthenticationResult
  const { SecretCode } = (await client.call('AssociateSoftwareToken', { AccessToken })).body
  const UserCode = codeAt(SecretCode, Date.now() - 30_000)
  expect((await client.call('VerifySoftwareToken', { AccessToken, UserCode })).body.Status).toBe(
    'SUCCESS',
  )
  await client.call('SetUserMFAPreference', {
    AccessToken,
    SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
  })
  const { body: challenge } = await signInWithSrp(client, email, password)
  expect(challenge.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
  const answer = { SOFTWARE_TOKEN_MFA_CODE: codeAt(SecretCode, Date.now()) }
  const { status } = await client.respond('SOFTWARE_TOKEN_MFA', challenge.Session, answer)
  expect(status).toBe(200)
  expect((await signInWithSrp(client, email, 'Wrong-passw0rd')).body.__type).toBe(
    'NotAuthorizedException',
  )
})

test('verifies passkeys', async () => {
  const sandbox = entry.createSandbox({ pool: { Passwordless: true } })
  const client = createClient(sandbox)
  const { AccessToken } = await client.signedIn()
  const { body } = await client.call('StartWebAuthnRegistration', { AccessToken })
  const { CredentialCreationOptions } = body as unknown as {
    CredentialCreationOptions: CreationOptions
  }
  const authenticator = createAuthenticator({ origin: 'http://localhost:5173' })
  const Credential = await authenticator.create(CredentialCreationOptions)
  const registered = await client.call('CompleteWebAuthnRegistration', { AccessToken, Credential })
  expect(registered).toMatchObject({ status: 200 })
})

test('the hosted UI knows the page again without headers that pages cannot have', async () => {
  const sandbox = entry.createSandbox({ users: [{ username: email, password }] })
  const { hostedUiOrigin, userPoolClientId } = sandbox.config
  const address = `${hostedUiOrigin}/login?client_id=${userPoolClientId}&response_type=code&redirect_uri=http%3A%2F%2Flocalhost%2F`
  const page = await (await sandbox.fetch(address)).text()
  const csrf = /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const submit = (_csrf: string) =>
    sandbox.fetch(address, {
      method: 'POST',
      body: new URLSearchParams({ _csrf, username: email, password }),
    })
  expect((await submit('other')).status).toBe(200)
  const signedIn = await submit(csrf)
  expect(signedIn.status).toBe(302)
  // Signed in there: the next request needs no form.
  const again = await sandbox.fetch(address)
  expect(again.headers.get('location')).toMatch(/^http:\/\/localhost\/\?code=/)
})

test('says what a page cannot do', async () => {
  await expect(entry.createSandbox().listen()).rejects.toThrow('cannot listen')
  expect(() => entry.createSandbox({ dataDir: '.sandbox' })).toThrow('no data directory')
})
