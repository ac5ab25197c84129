import type { OperationContext } from '../operation.ts'
import { rememberedDevice } from '../pool/devices/devices.ts'
import { completeSignIn } from './complete-sign-in.ts'
import { issueCustomChallenge } from './issue-custom-challenge.ts'
import { issueDeviceChallenge } from './issue-device-challenge.ts'
import { issueForcedChallenge } from './issue-forced-challenge.ts'
import { isMfaDue, issueMfaChallenge } from './issue-mfa-challenge.ts'
import { issueNewPasswordChallenge } from './issue-new-password-challenge.ts'
import type { SignIn } from './sign-in.ts'
import { requireSignInUser } from './sign-in-user.ts'

/**
 * Continues a sign-in after the first factor or a challenge: returns the next challenge or the
 * tokens. Every flow and every challenge ends here, so they combine in any order.
 */
export async function continueSignIn(context: OperationContext, signIn: SignIn): Promise<object> {
  const forced = await issueForcedChallenge(context, signIn)
  if (forced) return forced
  const { custom } = signIn
  // Without a password the custom challenges are the first factor: nothing about the account is
  // shown before them.
  if (custom && !custom.isDecided && !custom.isPasswordProven) {
    return (await issueCustomChallenge(context, signIn)) ?? continueSignIn(context, decided(signIn))
  }
  const user = requireSignInUser(context.state, signIn)
  if (user.status === 'FORCE_CHANGE_PASSWORD')
    return issueNewPasswordChallenge(context, signIn, user)
  if (signIn.isPasswordless) return completeSignIn(context, signIn, user)
  const device = signIn.isDeviceProven
    ? undefined
    : rememberedDevice(context.state.options, user, signIn.deviceKey)
  // Custom challenges are combined with a second factor only if they follow the password.
  const mayRequireMfa = !signIn.isMfaDone && (!custom || custom.isPasswordProven)
  if (mayRequireMfa && isMfaDue(context, user)) {
    return device?.replacesMfa
      ? issueDeviceChallenge(context, signIn, device)
      : issueMfaChallenge(context, signIn, user)
  }
  if (custom && !custom.isDecided) {
    return (await issueCustomChallenge(context, signIn)) ?? continueSignIn(context, decided(signIn))
  }
  if (device) return issueDeviceChallenge(context, signIn, device)
  return completeSignIn(context, signIn, user)
}

const decided = (signIn: SignIn): SignIn => ({
  ...signIn,
  custom: signIn.custom && { ...signIn.custom, isDecided: true },
})
