import { AuthenticationDetails, CognitoUser, CognitoUserPool } from 'amazon-cognito-identity-js'
import { ids } from './ids'

/** Signs in with a password; `onCode` asks the user for a code. */
export function signIn(username: string, password: string, onCode: () => string): Promise<void> {
  const pool = new CognitoUserPool({
    UserPoolId: ids.userPoolId,
    ClientId: ids.clientId,
    endpoint: ids.endpoint,
  })
  const user = new CognitoUser({ Username: username, Pool: pool })
  const details = new AuthenticationDetails({ Username: username, Password: password })
  return new Promise((resolve, reject) => {
    const callbacks = {
      onSuccess: () => resolve(),
      onFailure: reject,
      mfaRequired: () => user.sendMFACode(onCode(), callbacks),
    }
    user.authenticateUser(details, callbacks)
  })
}
