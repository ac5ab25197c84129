import {
  browserSupportsWebAuthnAutofill,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'
import type { PasskeyCapabilities, PasskeyOptions } from '../../ports/index.ts'
import { Secret } from '../../secret.ts'
import { runCeremony } from './run-ceremony.ts'

/** What this browser says that it can do. */
export async function readCapabilities(): Promise<PasskeyCapabilities> {
  const [canAutofill, capabilities] = await Promise.all([
    browserSupportsWebAuthnAutofill(),
    clientCapabilities(),
  ])
  return { canSignIn: true, canAutofill, canUpgrade: capabilities.conditionalCreate === true }
}

/** Browsers before 2025 do not have it. */
async function clientCapabilities(): Promise<Readonly<Record<string, boolean | undefined>>> {
  try {
    return (await PublicKeyCredential.getClientCapabilities?.()) ?? {}
  } catch {
    return {}
  }
}

/** @throws PasskeyError; the signal's reason */
export function getPasskey(request: string, { signal, mediation }: PasskeyOptions) {
  const optionsJSON: PublicKeyCredentialRequestOptionsJSON = JSON.parse(request)
  return runCeremony(signal, async () => {
    const credential = await startAuthentication({
      optionsJSON,
      useBrowserAutofill: mediation === 'conditional',
      // The field may come later than the request.
      verifyBrowserAutofillInput: false,
    })
    return new Secret(JSON.stringify(credential))
  })
}

/** @throws PasskeyError; the signal's reason */
export function createPasskey(request: string, { signal, mediation }: PasskeyOptions) {
  const optionsJSON: PublicKeyCredentialCreationOptionsJSON = JSON.parse(request)
  return runCeremony(signal, async () => {
    const credential = await startRegistration({
      optionsJSON,
      useAutoRegister: mediation === 'conditional',
    })
    return new Secret(JSON.stringify(credential))
  })
}
