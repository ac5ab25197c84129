import type { PoolOptionsPatch } from '@authchart/sandbox'

/** A pool with every second factor, used as `MfaConfiguration` says. */
export function mfaPool(MfaConfiguration: 'OPTIONAL' | 'ON') {
  return {
    MfaConfiguration,
    SmsMfaConfiguration: {},
    SoftwareTokenMfaConfiguration: { Enabled: true },
    EmailMfaConfiguration: {},
  } as const satisfies PoolOptionsPatch
}

/** A pool whose users must have an authenticator app. */
export const totpPool = {
  ...mfaPool('ON'),
  EmailMfaConfiguration: null,
} satisfies PoolOptionsPatch

/** A pool where a remembered device stands for the second factor. */
export const devicePool = {
  ...mfaPool('OPTIONAL'),
  DeviceConfiguration: {
    ChallengeRequiredOnNewDevice: true,
    DeviceOnlyRememberedOnUserPrompt: true,
  },
} satisfies PoolOptionsPatch

/** A pool that lets users sign in by a code, by a passkey or by a password. */
export const passwordlessPool = { Passwordless: true } satisfies PoolOptionsPatch

/** A pool in which each user needs a given name. */
export const nameRequiredPool = {
  SchemaAttributes: [{ Name: 'given_name', Required: true }],
} satisfies PoolOptionsPatch
