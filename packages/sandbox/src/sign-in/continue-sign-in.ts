import type { OperationContext } from '../operation.ts'
import { rememberedDevice } from '../pool/devices/devices.ts'
import { askCustom } from './ask-custom.ts'
import { askDevice } from './ask-device.ts'
import { askMfa, isMfaDue } from './ask-mfa.ts'
import { askNewPassword } from './ask-new-password.ts'
import { completeSignIn } from './complete-sign-in.ts'
import { issueForcedChallenge } from './issue-forced-challenge.ts'
import type { SignIn } from './sign-in.ts'
import { requireSignInUser } from './sign-in-user.ts'

/**
 * What follows when the first factor was proven or a challenge answered: the next challenge, or the
 * tokens. Every flow and every challenge ends here, so that they combine in any order.
 */
export async function continueSignIn(context: OperationContext, signIn: SignIn): Promise<object> {
  const forced = await issueForcedChallenge(context, signIn)
  if (forced) return forced
  const { custom } = signIn
  // Without a password the custom challenges are the first factor: nothing is told before them.
  if (custom && !custom.isDecided && !custom.isPasswordProven) {
    return (await askCustom(context, signIn)) ?? continueSignIn(context, decided(signIn))
  }
  const user = requireSignInUser(context.state, signIn)
  if (user.status === 'FORCE_CHANGE_PASSWORD') return askNewPassword(context, signIn, user)
  const device = signIn.isDeviceProven
    ? undefined
    : rememberedDevice(context.state.options, user, signIn.deviceKey)
  // Custom challenges get a second factor besides them only where they follow the password.
  const mayAskMfa = !signIn.isMfaDone && (!custom || custom.isPasswordProven)
  if (mayAskMfa && isMfaDue(context, user)) {
    return device?.replacesMfa ? askDevice(context, signIn, device) : askMfa(context, signIn, user)
  }
  if (custom && !custom.isDecided) {
    return (await askCustom(context, signIn)) ?? continueSignIn(context, decided(signIn))
  }
  if (device) return askDevice(context, signIn, device)
  return completeSignIn(context, signIn, user)
}

const decided = (signIn: SignIn): SignIn => ({
  ...signIn,
  custom: signIn.custom && { ...signIn.custom, isDecided: true },
})
