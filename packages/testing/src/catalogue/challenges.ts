import type { Challenge, ChallengeRequest, FirstFactor } from '@authchart/machine'
import { Secret } from '@authchart/machine'
import { person } from './person.ts'

type Common = Omit<Challenge, keyof ChallengeRequest>

const requested = <Request extends ChallengeRequest>(
  request: Request,
  factors: readonly FirstFactor[] = [],
): Request & Common => ({
  kind: 'challenge',
  username: person.userId,
  factors,
  session: new Secret('challenge-session-canary'),
  issuedAt: 0,
  ...request,
})

const factors: readonly FirstFactor[] = ['PASSKEY', 'EMAIL', 'SMS', 'PASSWORD']

/** Every challenge that the chart distinguishes, by Cognito's name and what it offers. */
export const challenges = {
  SMS_MFA: requested({
    type: 'code',
    factor: 'second',
    mfaType: 'SMS',
    destination: '+*******11',
    deviceName: undefined,
  }),
  SOFTWARE_TOKEN_MFA: requested({
    type: 'code',
    factor: 'second',
    mfaType: 'TOTP',
    destination: undefined,
    deviceName: 'Phone',
  }),
  EMAIL_OTP: requested({
    type: 'code',
    factor: 'second',
    mfaType: 'EMAIL',
    destination: 'a***@e***',
    deviceName: undefined,
  }),
  SELECT_CHALLENGE: requested({ type: 'factor', rejected: undefined }, factors),
  SMS_OTP: requested(
    {
      type: 'code',
      factor: 'first',
      mfaType: 'SMS',
      destination: '+*******11',
      deviceName: undefined,
    },
    factors,
  ),
  WEB_AUTHN: requested(
    { type: 'passkey', request: '{"challenge":"cGFzc2tleS1jaGFsbGVuZ2U","allowCredentials":[]}' },
    factors,
  ),
  CUSTOM_CHALLENGE: requested({ type: 'custom', parameters: { question: 'The answer?' } }),
  SELECT_MFA_TYPE: requested({ type: 'mfaType', options: ['SMS', 'TOTP'] }),
  'MFA_SETUP of TOTP or EMAIL': requested({ type: 'mfaSetup', options: ['TOTP', 'EMAIL'] }),
  'MFA_SETUP of TOTP': requested({ type: 'mfaSetup', options: ['TOTP'] }),
  'MFA_SETUP of EMAIL': requested({ type: 'mfaSetup', options: ['EMAIL'] }),
  NEW_PASSWORD_REQUIRED: requested({
    type: 'newPassword',
    missingAttributes: ['given_name'],
    providedAttributes: ['email'],
  }),
  'MFA_SETUP of SMS': requested({ type: 'unknown', name: 'MFA_SETUP' }),
  'an unknown challenge': requested({ type: 'unknown', name: 'HOLOGRAM' }),
} as const

export type ChallengeLabel = keyof typeof challenges
