import type { CognitoConfig } from '@authchart/machine/cognito'
import type { Step } from '../model/model.ts'
import { isOffer } from './needs-authenticator.ts'

type FirstFactors = Pick<NonNullable<CognitoConfig['passwordless']>, 'factors' | 'passkeyPrompt'>

/** Why an app cannot take a step, with the first factors of its configuration; `undefined` where it can. */
export function impossibleByFactors(
  { passwordless }: { readonly passwordless?: FirstFactors | undefined },
  { from, event, outcome }: Step,
): string | undefined {
  const { factors = ['PASSWORD'], passkeyPrompt = false } = passwordless ?? {}
  const hasPasskeys = factors.includes('PASSKEY')
  if (!hasPasskeys && /^signedIn\.(register|delete)Passkey$/.test(event.type)) {
    return 'the app is configured without passkeys'
  }
  const isOffered = isOffer(outcome?.name) && outcome?.actor !== 'readSession'
  if (isOffered && !(hasPasskeys && passkeyPrompt)) {
    return 'the app is configured to offer no passkey'
  }
  // With several factors the first screen has the user name alone.
  if (factors.every((factor) => factor === 'PASSWORD')) return undefined
  const { rejected } = { ...Object(outcome?.output?.(0)) }
  if (rejected && from.leaf === 'signIn.submitting') return 'no factor has been chosen yet'
  const isUnconfirmed = outcome?.rejection?.type === 'UserNotConfirmedException'
  return isUnconfirmed && outcome?.actor === 'signIn'
    ? 'a sign-in by the user name alone stores no password for after a confirmation'
    : undefined
}
