import { generateKeyPairSync } from 'node:crypto'
import type { CDPSession, Page } from '@playwright/test'
import type { Outcome } from '../../catalogue/outcome.ts'
import { passkey, person } from '../../catalogue/person.ts'
import type { Screens } from '../../contract/screens.ts'
import type { SecretText } from '../../contract/secret-texts.ts'
import { isDialog } from '../needs-authenticator.ts'
import { endDialog, holdDialogs, isDialogOpen, upgradePasskeys } from './in-page-dialogs.ts'

/** What browsers reject with, by what the app makes of it. A dialog that the user closes is left to the authenticator. */
const exceptions: Readonly<Record<string, string>> = {
  PasskeyExistsError: 'InvalidStateError',
  PasskeyUnsupportedError: 'NotSupportedError',
  PasskeyWrongSiteError: 'SecurityError',
}

/** Whether passkeys can be of a host: an IP address has none. */
export function hasPasskeys(hostname: string): boolean {
  return !/^[\d.]+$|^\[/.test(hostname)
}

/**
 * Adds a virtual authenticator of Chromium (DevTools protocol, domain `WebAuthn`) to a page, with the passkey of the
 * user of the walks. The page is of the app's origin already, without the app.
 *
 * @throws Error if the browser is not Chromium, or no passkey can be of the app's address.
 */
export async function addAuthenticator(page: Page, screens: Screens<Page>): Promise<Authenticator> {
  const { hostname } = new URL(page.url())
  if (!hasPasskeys(hostname)) {
    throw new Error(
      `authenticator: no passkey can be of ${hostname}. Open the app at localhost, or leave the option out.`,
    )
  }
  const devtools = await connect(page)
  await devtools.send('WebAuthn.enable')
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const credential = {
    credentialId: Buffer.from(passkey.id, 'base64url').toString('base64'),
    isResidentCredential: true,
    rpId: hostname,
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    userHandle: Buffer.from(person.userId).toString('base64'),
    signCount: 0,
  }
  await devtools.send('WebAuthn.addCredential', { authenticatorId, credential })
  await page.addInitScript(holdDialogs)
  return new Authenticator(page, screens, (isUserVerified) =>
    devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  )
}

async function connect(page: Page): Promise<CDPSession> {
  try {
    return await page.context().newCDPSession(page)
  } catch (cause) {
    const message = 'authenticator: only Chromium has one. Leave the option out in other browsers.'
    throw new Error(message, { cause })
  }
}

/** The authenticator of a page, and the dialogs of the browser for it. */
export class Authenticator {
  readonly #page: Page
  readonly #screens: Screens<Page>
  readonly #verifyUser: (isVerified: boolean) => Promise<unknown>
  readonly #signed: SecretText[] = []
  #canUpgrade = false

  constructor(
    page: Page,
    screens: Screens<Page>,
    verifyUser: (isVerified: boolean) => Promise<unknown>,
  ) {
    this.#page = page
    this.#screens = screens
    this.#verifyUser = verifyUser
  }

  /** What it has signed on this walk. */
  get signed(): readonly SecretText[] {
    return this.#signed
  }

  /** Before a step: whether the browser can create a passkey without a dialog, as the next sign-in needs it. */
  async prepare(coming: Outcome | undefined): Promise<void> {
    const { passkeyOffer } = { ...Object(coming?.output?.(0)) }
    const canUpgrade = passkeyOffer === 'upgrade'
    if (canUpgrade === this.#canUpgrade) return
    this.#canUpgrade = canUpgrade
    await this.#page.evaluate(upgradePasskeys, canUpgrade)
  }

  /** Whether an outcome ends a dialog. */
  ends({ actor }: Outcome): boolean {
    return isDialog(actor)
  }

  /** Ends the dialog that is open. */
  async end({ rejection }: Outcome): Promise<void> {
    const page = this.#page
    await this.#screens.until(async () =>
      (await page.evaluate(isDialogOpen))
        ? undefined
        : 'the app requests no passkey from the browser',
    )
    // To a page, a user who does not pass the verification looks like one who closes the dialog.
    const isCancelled = rejection?.type === 'PasskeyCancelledError'
    if (isCancelled) await this.#verifyUser(false)
    const signature = await page.evaluate(endDialog, exceptions[rejection?.type ?? ''])
    if (isCancelled) await this.#verifyUser(true)
    if (signature) this.#signed.push({ what: 'signature', text: signature })
  }
}
