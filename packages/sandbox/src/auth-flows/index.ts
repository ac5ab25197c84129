import type { AuthFlow } from './auth-flow.ts'
import { customAuth } from './custom-auth.ts'
import { refreshTokenAuth } from './refresh-token-auth.ts'
import { userAuth } from './user-auth.ts'
import { userPasswordAuth } from './user-password-auth.ts'
import { userSrpAuth } from './user-srp-auth.ts'

export const authFlows: ReadonlyMap<string, AuthFlow> = new Map(
  Object.entries({
    CUSTOM_AUTH: customAuth,
    USER_AUTH: userAuth,
    USER_SRP_AUTH: userSrpAuth,
    USER_PASSWORD_AUTH: userPasswordAuth,
    REFRESH_TOKEN_AUTH: refreshTokenAuth,
    REFRESH_TOKEN: refreshTokenAuth,
  }),
)
