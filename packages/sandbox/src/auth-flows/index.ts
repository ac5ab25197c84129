import type { AuthFlow } from './auth-flow.ts'
import { customAuth } from './custom-auth.ts'
import { refreshTokenAuth } from './refresh-token-auth.ts'
import { userAuth } from './user-auth.ts'
import { adminUserPasswordAuth, userPasswordAuth } from './user-password-auth.ts'
import { userSrpAuth } from './user-srp-auth.ts'

const common = {
  CUSTOM_AUTH: customAuth,
  USER_AUTH: userAuth,
  USER_SRP_AUTH: userSrpAuth,
  REFRESH_TOKEN_AUTH: refreshTokenAuth,
  REFRESH_TOKEN: refreshTokenAuth,
}

export const authFlows: ReadonlyMap<string, AuthFlow> = new Map(
  Object.entries({ ...common, USER_PASSWORD_AUTH: userPasswordAuth }),
)

/** The flows of AdminInitiateAuth. */
export const adminAuthFlows: ReadonlyMap<string, AuthFlow> = new Map(
  Object.entries({
    ...common,
    ADMIN_USER_PASSWORD_AUTH: adminUserPasswordAuth,
    ADMIN_NO_SRP_AUTH: adminUserPasswordAuth,
  }),
)
