import type { AuthRoute } from './route.ts'
import { contactScreens } from './screens/contact-screens.ts'
import { passkeyPromptScreen } from './screens/passkey-prompt-screen.ts'
import { passwordScreens } from './screens/password-screens.ts'
import { redirectingScreen } from './screens/redirecting-screen.ts'
import { nothing, type Screen } from './screens/screen.ts'
import { setupTotpScreen } from './screens/setup-totp-screen.ts'
import { signInScreens } from './screens/sign-in-screens.ts'
import { signUpScreens } from './screens/sign-up-screens.ts'
import { signedInScreen } from './screens/signed-in-screen.ts'

/**
 * The screen of every route. Passwords and codes become `Secret` here, before they are sent, and
 * fields are named one by one: other members of a form (the repeated password) are sent nowhere.
 */
export const screens = {
  restoring: { show: nothing, act: nothing },
  redirecting: redirectingScreen,
  ...signInScreens,
  setupTotp: setupTotpScreen,
  ...signUpScreens,
  ...passwordScreens,
  ...contactScreens,
  passkeyPrompt: passkeyPromptScreen,
  signedIn: signedInScreen,
  signingOut: { show: nothing, act: nothing },
} as const satisfies Record<AuthRoute, Screen>
