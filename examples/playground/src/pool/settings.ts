import type { PoolOptionsPatch } from '@authchart/sandbox'

export interface Settings {
  readonly signInBy: 'email' | 'phone_number' | 'username'
  readonly mfa: 'OFF' | 'OPTIONAL' | 'ON'
  /** E-mail codes, SMS codes and passkeys in place of the password. */
  readonly passwordless: boolean
  readonly hostedUi: boolean
  readonly devices: boolean
}

const plain: Settings = {
  signInBy: 'email',
  mfa: 'OFF',
  passwordless: false,
  hostedUi: false,
  devices: false,
}

export const presets = {
  'E-mail and password': plain,
  'With a second factor': { ...plain, mfa: 'ON' },
  'Without a password': { ...plain, passwordless: true },
  'Hosted UI': { ...plain, hostedUi: true },
  Everything: {
    signInBy: 'email',
    mfa: 'OPTIONAL',
    passwordless: true,
    hostedUi: true,
    devices: true,
  },
} satisfies Record<string, Settings>

export const firstSettings: Settings = presets.Everything

/** The settings as options of a user pool. `page`: where the hosted UI returns to. */
export function poolOptionsOf(settings: Settings, page: URL): PoolOptionsPatch {
  const { signInBy, mfa, passwordless, hostedUi, devices } = settings
  const contact = signInBy === 'phone_number' ? 'phone_number' : 'email'
  const hasMfa = mfa !== 'OFF'
  return {
    UsernameAttributes: signInBy === 'username' ? [] : [signInBy],
    AutoVerifiedAttributes: [contact],
    MfaConfiguration: mfa,
    SoftwareTokenMfaConfiguration: { Enabled: hasMfa },
    SmsMfaConfiguration: hasMfa ? {} : null,
    EmailMfaConfiguration: hasMfa ? {} : null,
    Passwordless: passwordless,
    DeviceConfiguration: devices ? { ChallengeRequiredOnNewDevice: true } : null,
    WebAuthnConfiguration: isDomain(page.hostname) ? { RelyingPartyId: page.hostname } : {},
    AllowedOAuthFlowsUserPoolClient: hostedUi || passwordless,
    CallbackURLs: [page.href],
    LogoutURLs: [page.href],
  }
}

/** Passkeys belong to domains; an address in digits has none. */
function isDomain(hostname: string): boolean {
  return hostname === 'localhost' || /\.[a-z][a-z\d-]*$/i.test(hostname)
}
