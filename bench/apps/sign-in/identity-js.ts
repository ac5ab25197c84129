/** A sign-in by SRP with `amazon-cognito-identity-js` as it ships. */
import { AuthenticationDetails, CognitoUser, CognitoUserPool } from 'amazon-cognito-identity-js'

const { userPoolId, userPoolClientId, endpoint } = window.bench
const Pool = new CognitoUserPool({ UserPoolId: userPoolId, ClientId: userPoolClientId, endpoint })

window.signIn = (Username, Password) => {
  const begun = performance.now()
  const user = new CognitoUser({ Username, Pool })
  return new Promise((resolve, reject) => {
    user.authenticateUser(new AuthenticationDetails({ Username, Password }), {
      onSuccess: () => resolve(performance.now() - begun),
      onFailure: reject,
    })
  })
}
