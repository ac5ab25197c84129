import { type AuthConfig, createAuth } from '@authchart/machine'
import { fromCognitoUser, toCognitoUser } from '@authchart/machine/identity-js'
import {
  AuthenticationDetails,
  CognitoUser,
  type CognitoUserPool,
} from 'amazon-cognito-identity-js'

declare const config: AuthConfig
declare function report(error: unknown): void
declare function show(devices: unknown): void

export const auth = createAuth({ config })

/** A page that still calls the library. */
export async function listDevices() {
  const user = await toCognitoUser(auth)
  user.listDevices(60, null, { onSuccess: show, onFailure: report })
}

/** A sign-in that still is the library's. */
export function signIn(pool: CognitoUserPool, Username: string, Password: string) {
  const user = new CognitoUser({ Username, Pool: pool })
  user.authenticateUser(new AuthenticationDetails({ Username, Password }), {
    onSuccess: () => fromCognitoUser(user).catch(report),
    onFailure: report,
  })
}
