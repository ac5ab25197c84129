import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import {
  CompleteWebAuthnRegistrationCommand,
  ListWebAuthnCredentialsCommand,
  StartWebAuthnRegistrationCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { type Browser, chromium, type Page } from '@playwright/test'
import { build } from 'esbuild'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { findBrowser } from '../../../../scripts/lib/browser/find-browser.mjs'
import { addVirtualAuthenticator } from '../../../../scripts/lib/browser/virtual-authenticator.mjs'
import type { CreationOptions } from '../../src/authenticator/index.ts'
import { password, useJudgedSandbox } from '../judges/support/judged-sandbox.ts'
import { createSdkClient } from '../judges/support/sdk-client.ts'
import { sdkSignIn, tokensOf } from '../judges/support/sdk-sign-in.ts'
import { administrator } from '../judges/support/users.ts'
import type { AmplifyPage } from './amplify-page.ts'

const judged = useJudgedSandbox({ pool: { Passwordless: true } })

let server: Server
let browser: Browser
let app: string
let page: Page
let authenticator: Awaited<ReturnType<typeof addVirtualAuthenticator>>
let username: string

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('amplify-page.ts', import.meta.url))],
    bundle: true,
    format: 'iife',
    logLevel: 'silent',
    write: false,
  })
  const script = outputFiles[0]?.text ?? ''
  server = createServer(({ url }, response) => {
    const isScript = url === '/script.js'
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
    response.end(
      isScript ? script : '<!doctype html><title>App</title><script src="/script.js"></script>',
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  app = `http://localhost:${(server.address() as AddressInfo).port}/`
  browser = await chromium.launch({ executablePath: await findBrowser() })
})

afterAll(async () => {
  await browser?.close()
  server?.close()
})

beforeEach(async () => {
  username = await administrator(judged).confirmed()
  const context = await browser.newContext()
  page = await context.newPage()
  authenticator = await addVirtualAuthenticator(page)
  await page.goto(app)
  await page.evaluate((config) => amplifyPage.configure(config), judged.config)
})

afterEach(() => page.context().close())

type Method = keyof AmplifyPage

/** Calls a function of the page. */
async function amplify<M extends Method>(method: M, ...given: Parameters<AmplifyPage[M]>) {
  const call = { method, given: given as unknown[] }
  const result = await page.evaluate(({ method, given }) => {
    const run = amplifyPage[method] as (...values: unknown[]) => unknown
    return run(...given)
  }, call)
  return result as Awaited<ReturnType<AmplifyPage[M]>>
}

async function withPasskey() {
  expect(await amplify('signIn', username, 'PASSWORD', password)).toEqual({ step: 'DONE' })
  expect(await amplify('associate')).toBe('done')
  await amplify('signOut')
}

test('Amplify registers, lists and deletes a passkey', async () => {
  await withPasskey()
  await amplify('signIn', username, 'WEB_AUTHN')
  const { credentials } = await amplify('list')
  const [stored] = await authenticator.credentials()
  expect(credentials).toMatchObject([
    {
      credentialId: Buffer.from(stored?.credentialId ?? '', 'base64').toString('base64url'),
      friendlyCredentialName: 'Platform passkey',
      relyingPartyId: 'localhost',
      authenticatorAttachment: 'platform',
      authenticatorTransports: ['internal'],
      createdAt: expect.any(Date),
    },
  ])
  expect(await amplify('associate')).toBe('PasskeyAlreadyExists')
  expect(await amplify('remove', credentials[0]?.credentialId ?? '')).toBe('done')
  expect((await amplify('list')).credentials).toEqual([])
  await amplify('signOut')
  expect(await amplify('signIn', username, 'WEB_AUTHN')).toEqual({
    step: 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION',
    choices: ['EMAIL_OTP', 'PASSWORD', 'PASSWORD_SRP'],
  })
})

test('Amplify signs in by passkey, preferred or chosen, and refreshes the session', async () => {
  await withPasskey()
  expect(await amplify('signIn', username, 'WEB_AUTHN')).toEqual({ step: 'DONE' })
  expect(await amplify('refresh')).toBe('done')
  await amplify('signOut')
  expect(await amplify('signIn', username)).toEqual({
    step: 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION',
    choices: ['EMAIL_OTP', 'PASSWORD', 'PASSWORD_SRP', 'WEB_AUTHN'],
  })
  expect(await amplify('confirm', 'WEB_AUTHN')).toEqual({ step: 'DONE' })
  expect(judged.operations()).toContain('CompleteWebAuthnRegistration')
})

test('after a cancelled ceremony another factor signs in', async () => {
  await withPasskey()
  await judged.setPool({ WebAuthnConfiguration: { UserVerification: 'required' } })
  await authenticator.verifiesUser(false)
  await amplify('signIn', username)
  expect(await amplify('confirm', 'WEB_AUTHN')).toEqual({ error: 'PasskeyAuthenticationCanceled' })
  expect(await amplify('confirm', 'EMAIL_OTP')).toEqual({
    step: 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE',
  })
  expect(await amplify('confirm', await judged.codeFor(username))).toEqual({ step: 'DONE' })
  await judged.setPool({ WebAuthnConfiguration: { UserVerification: 'preferred' } })
})

test('the software authenticator runs in a browser', async () => {
  const { signIn } = sdkSignIn(judged)
  const { AccessToken } = tokensOf(await signIn(username))
  const client = createSdkClient(judged.config)
  const started = await client.send(new StartWebAuthnRegistrationCommand({ AccessToken }))
  const options = started.CredentialCreationOptions as unknown as CreationOptions
  const credential = await amplify('register', new URL(app).origin, options)
  await client.send(
    new CompleteWebAuthnRegistrationCommand({ AccessToken, Credential: { ...credential } }),
  )
  const { Credentials } = await client.send(new ListWebAuthnCredentialsCommand({ AccessToken }))
  expect(Credentials).toMatchObject([{ CredentialId: credential.id }])
})

test('the hosted UI registers a passkey and signs in by it', async () => {
  const { userPoolClientId: client_id, hostedUiOrigin } = judged.sandbox.config
  const origin = hostedUiOrigin.replace('127.0.0.1', 'localhost')
  const query = new URLSearchParams({ client_id, redirect_uri: app, response_type: 'code' })
  await page.goto(`${origin}/login?${query}`)
  await page.getByLabel('E-mail').fill(username)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(`${app}?code=*`)

  await page.goto(`${origin}/passkeys/add?${query}`)
  await page.getByRole('button', { name: 'Create a passkey' }).click()
  await page.waitForURL(app)
  expect(await authenticator.credentials()).toHaveLength(1)
  await page.goto(`${origin}/passkeys/add?${query}`)
  await page.getByRole('button', { name: 'Create a passkey' }).click()
  await page.getByText('There is a passkey on this device already.').waitFor()

  await authenticator.verifiesUser(false)
  await judged.setPool({ WebAuthnConfiguration: { UserVerification: 'required' } })
  await page.goto(`${origin}/login?${query}&prompt=login`)
  await page.getByLabel('E-mail').fill(username)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByText('The passkey request was cancelled, or took too long.').waitFor()
  await authenticator.verifiesUser(true)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await page.waitForURL(`${app}?code=*`)
  await judged.setPool({ WebAuthnConfiguration: { UserVerification: 'preferred' } })
})
