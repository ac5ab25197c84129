import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Secret } from '../../src/index.ts'
import {
  openBrowser,
  openPasskeyPage,
  passkeyPool,
  withPasskeys,
} from '../support/passwordless/passkeys.ts'
import { mustCallCognito, openPage, settled, submitSignIn } from '../support/sandbox-auth.ts'

test('a registration that another app client has started is rejected', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'passkeys-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true }))
  const first = await openPasskeyPage({}, { dataDir, userPoolClientId: 'first' })
  const start = first.load(withPasskeys(openBrowser()))
  await submitSignIn(start)
  await settled(start, 'signedIn')
  const { accessToken: AccessToken } = await start.getSession()
  await first.sandbox.close()

  // The same pool with another client: tokens of both are valid.
  const page = openPage({ pool: passkeyPool, dataDir, userPoolClientId: 'second' })
  const browser = openBrowser()
  const auth = page.load(withPasskeys(browser))
  await submitSignIn(auth)
  browser.create = async () => {
    const { CredentialCreationOptions } = (await mustCallCognito(
      page,
      'StartWebAuthnRegistration',
      { AccessToken },
    )) as { CredentialCreationOptions: Parameters<typeof browser.authenticator.create>[0] }
    const credential = await browser.authenticator.create(CredentialCreationOptions)
    return new Secret(JSON.stringify(credential))
  }
  ;(await settled(auth, 'signedIn')).registerPasskey()
  const view = await settled(auth, 'signedIn')
  expect(view.failure).toMatchObject({
    code: 'notConfigured',
    cause: { name: 'WebAuthnClientMismatchException' },
  })
  browser.create = openBrowser().create
  view.registerPasskey()
  expect(await settled(auth, 'signedIn')).toMatchObject({ notice: 'passkeyRegistered' })
  await page.sandbox.close()
})
