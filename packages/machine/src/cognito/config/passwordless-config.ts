import { firstFactors, inOrder } from '../../first-factors.ts'
import type { FirstFactor, PasswordlessSettings } from '../../ports/index.ts'
import { factorOf } from '../responses/factor-names.ts'
import type { ConfigReader } from './config-reader.ts'

const wanted = '"PASSWORD", "EMAIL", "SMS" or "PASSKEY"'

/**
 * `passwordless` in any of the known shapes: our own (`factors`, `preferred`, `passkeyPrompt`), that of
 * Amplify v6 (`emailOtpEnabled` …) and that of amplify_outputs.json (`email_otp_enabled` …). `undefined` if there is
 * none, or if a tool has written that everything is off.
 */
export function parsePasswordless(read: ConfigReader): PasswordlessSettings | undefined {
  if (!read.has('passwordless')) return undefined
  const found = read.section('passwordless')
  const factors = found.list(['factors'], toFactor, wanted, { known: firstFactors })
  const preferred = found.parsed(
    ['preferred', 'preferredChallenge', 'preferred_challenge'],
    toFactor,
    wanted,
  )
  const passkeyPrompt = found.flag('passkeyPrompt') ?? true
  const enabled = [
    found.flag('emailOtpEnabled', 'email_otp_enabled') ? ('EMAIL' as const) : undefined,
    found.flag('smsOtpEnabled', 'sms_otp_enabled') ? ('SMS' as const) : undefined,
    passkeysIn(found) ? ('PASSKEY' as const) : undefined,
  ]
  if (factors?.length) return { factors: inOrder(factors), preferred, passkeyPrompt }
  const isOfTool = generatedNames.some((name) => found.has(name))
  if (!isOfTool) return { factors: firstFactors, preferred, passkeyPrompt }
  const allowed = inOrder([...enabled, 'PASSWORD'])
  return allowed.length > 1 ? { factors: allowed, preferred, passkeyPrompt } : undefined
}

const generatedNames = [
  'emailOtpEnabled',
  'email_otp_enabled',
  'smsOtpEnabled',
  'sms_otp_enabled',
  'webAuthn',
  'web_authn',
]

/** What the passkeys are bound to is the pool's business: only whether there are any counts. */
function passkeysIn(read: ConfigReader): boolean {
  const [name] = ['webAuthn', 'web_authn'].filter((name) => read.has(name))
  if (name === undefined) return false
  const section = read.section(name)
  for (const member of ['relyingPartyId', 'relying_party_id']) section.text(member)
  for (const member of ['userVerification', 'user_verification']) section.text(member)
  return true
}

/** In our words, or in Cognito's. */
function toFactor(name: unknown): FirstFactor | undefined {
  return firstFactors.find((factor) => factor === name) ?? factorOf(name)
}
