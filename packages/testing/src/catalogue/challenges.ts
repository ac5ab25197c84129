import type { Challenge, ChallengeRequest } from '@authchart/machine'
import { Secret } from '@authchart/machine'
import { person } from './person.ts'

const asked = (request: ChallengeRequest): Challenge => ({
  kind: 'challenge',
  username: person.userId,
  session: new Secret('challenge-session-canary'),
  issuedAt: 0,
  ...request,
})

/** Every challenge that the chart tells apart, by Cognito's name and what it offers. */
export const challenges = {
  SMS_MFA: asked({
    type: 'code',
    mfaType: 'SMS',
    destination: '+*******11',
    deviceName: undefined,
  }),
  SOFTWARE_TOKEN_MFA: asked({
    type: 'code',
    mfaType: 'TOTP',
    destination: undefined,
    deviceName: 'Phone',
  }),
  EMAIL_OTP: asked({
    type: 'code',
    mfaType: 'EMAIL',
    destination: 'a***@e***',
    deviceName: undefined,
  }),
  CUSTOM_CHALLENGE: asked({ type: 'custom', parameters: { question: 'The answer?' } }),
  SELECT_MFA_TYPE: asked({ type: 'mfaType', options: ['SMS', 'TOTP'] }),
  'MFA_SETUP of TOTP or EMAIL': asked({ type: 'mfaSetup', options: ['TOTP', 'EMAIL'] }),
  'MFA_SETUP of TOTP': asked({ type: 'mfaSetup', options: ['TOTP'] }),
  'MFA_SETUP of EMAIL': asked({ type: 'mfaSetup', options: ['EMAIL'] }),
  NEW_PASSWORD_REQUIRED: asked({
    type: 'newPassword',
    missingAttributes: ['given_name'],
    providedAttributes: ['email'],
  }),
  'MFA_SETUP of SMS': asked({ type: 'unknown', name: 'MFA_SETUP' }),
  'an unknown challenge': asked({ type: 'unknown', name: 'HOLOGRAM' }),
} as const

export type ChallengeLabel = keyof typeof challenges
