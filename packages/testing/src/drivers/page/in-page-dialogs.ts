/**
 * What runs in pages with an authenticator: each function is sent there as text, so it is self-contained. A dialog for a
 * passkey stays open until the driver ends it: the authenticators of Chromium answer at once, or never.
 */

/** What the driver and the page share. */
interface Dialogs {
  /** Ends the dialog that is open: the authenticator answers; or the browser rejects, by the name of its exception. */
  end: ((exception: string | undefined) => void) | undefined
  /** Whether the browser creates passkeys without a dialog where it can. */
  canUpgrade: boolean
  /** The last signature, base64url; of no other use than to look for it in the page. */
  signature: string | undefined
}

/** Before the app starts: dialogs stay open, fields have no list of passkeys, and nothing is noted about passkeys. */
export function holdDialogs(): void {
  const { setItem } = Storage.prototype
  Storage.prototype.setItem = function (this: Storage, name: string, value: string) {
    // Walks decide what is offered, not what the user did earlier.
    if (!/^authchart\..*\.(lastSignIn|passkeys)$/.test(name)) setItem.call(this, name, value)
  }
  if (typeof PublicKeyCredential !== 'function') return

  const dialogs: Dialogs = { end: undefined, canUpgrade: false, signature: undefined }
  Reflect.set(globalThis, Symbol.for('authchart.dialogs'), dialogs)

  const { getClientCapabilities } = PublicKeyCredential
  PublicKeyCredential.isConditionalMediationAvailable = async () => false
  PublicKeyCredential.getClientCapabilities = async () => ({
    ...(await getClientCapabilities.call(PublicKeyCredential)),
    conditionalCreate: dialogs.canUpgrade,
  })

  for (const method of ['get', 'create'] as const) {
    const original = CredentialsContainer.prototype[method] as CredentialsContainer['get']
    CredentialsContainer.prototype[method] = async function (
      options: CredentialRequestOptions = {},
    ) {
      const { signal, mediation } = options
      signal?.throwIfAborted()
      let end: Dialogs['end']
      const isEnded = new Promise<void>((answer, fail) => {
        signal?.addEventListener('abort', () => fail(signal.reason))
        end = (name) => (name ? fail(new DOMException('A walk needs it.', name)) : answer())
      })
      // What is created in the background never ends: no walk waits for it.
      if (mediation !== 'conditional') dialogs.end = end
      try {
        await isEnded
        const credential = (await original.call(this, options)) as PublicKeyCredential | null
        const { signature } = { ...credential?.toJSON().response } as { signature?: string }
        dialogs.signature = signature
        return credential
      } finally {
        if (dialogs.end === end) dialogs.end = undefined
      }
    }
  }
}

/** Whether a dialog is open. */
export function isDialogOpen(): boolean {
  const dialogs: Dialogs = Reflect.get(globalThis, Symbol.for('authchart.dialogs'))
  return dialogs.end !== undefined
}

/** Ends the dialog. Returns what was signed, which is secret. */
export async function endDialog(exception: string | undefined): Promise<string | undefined> {
  const dialogs: Dialogs = Reflect.get(globalThis, Symbol.for('authchart.dialogs'))
  dialogs.signature = undefined
  dialogs.end?.(exception)
  while (dialogs.end) await new Promise((resolve) => setTimeout(resolve, 5))
  return dialogs.signature
}

/** Whether the browser creates passkeys without a dialog from now on. */
export function upgradePasskeys(canUpgrade: boolean): void {
  const dialogs: Dialogs | undefined = Reflect.get(globalThis, Symbol.for('authchart.dialogs'))
  if (dialogs) dialogs.canUpgrade = canUpgrade
}
