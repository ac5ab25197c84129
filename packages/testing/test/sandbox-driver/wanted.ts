import type { ChallengeLabel } from '../../src/catalogue/challenges.ts'
import { person } from '../../src/catalogue/person.ts'
import type { Wanted } from './backend.ts'
import type { FirstChallenge } from './first-factors.ts'

const setup = (...factors: readonly string[]): Wanted => ({
  challenge: 'MFA_SETUP',
  parameters: { MFAS_CAN_SETUP: JSON.stringify(factors) },
})

/** Every challenge after a first factor, with how the sandbox makes it; it cannot make the unknown. */
export const wantedChallenges: Readonly<
  Record<Exclude<ChallengeLabel, 'an unknown challenge' | FirstChallenge>, Wanted>
> = {
  SMS_MFA: { challenge: 'SMS_MFA' },
  SOFTWARE_TOKEN_MFA: { challenge: 'SOFTWARE_TOKEN_MFA' },
  EMAIL_OTP: { challenge: 'EMAIL_OTP' },
  CUSTOM_CHALLENGE: {
    challenge: 'CUSTOM_CHALLENGE',
    parameters: { question: 'The answer?' },
    answer: person.answer,
  },
  SELECT_MFA_TYPE: {
    challenge: 'SELECT_MFA_TYPE',
    parameters: { MFAS_CAN_CHOOSE: '["SMS_MFA","SOFTWARE_TOKEN_MFA"]' },
  },
  'MFA_SETUP of TOTP or EMAIL': setup('SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'),
  'MFA_SETUP of TOTP': setup('SOFTWARE_TOKEN_MFA'),
  'MFA_SETUP of EMAIL': setup('EMAIL_OTP'),
  NEW_PASSWORD_REQUIRED: {
    challenge: 'NEW_PASSWORD_REQUIRED',
    parameters: { requiredAttributes: '["userAttributes.given_name"]' },
  },
  'MFA_SETUP of SMS': setup('SMS_MFA'),
}

/** A challenge that does not exist, answered by a fault. */
export const unknownChallenge = {
  ChallengeName: 'HOLOGRAM',
  Session: 'the-session-of-an-unknown-challenge',
  ChallengeParameters: {},
}

export function isWanted(label: string): label is keyof typeof wantedChallenges {
  return Object.hasOwn(wantedChallenges, label)
}
