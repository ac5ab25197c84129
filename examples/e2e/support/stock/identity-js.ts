import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
  CookieStorage,
  type ICognitoStorage,
} from 'amazon-cognito-identity-js'
import type { StockSession } from './stock-client.ts'

let pool: CognitoUserPool
let storage: ICognitoStorage

function currentUser(): CognitoUser {
  const user = pool.getCurrentUser()
  if (!user) throw new Error('No user is signed in')
  return user
}

window.stock = {
  configure({ userPoolId, userPoolClientId, endpoint }, cookies) {
    storage = cookies ? new CookieStorage(cookies) : localStorage
    pool = new CognitoUserPool({
      UserPoolId: userPoolId,
      ClientId: userPoolClientId,
      endpoint,
      Storage: storage,
    })
  },

  async signIn({ email, password }) {
    const user = new CognitoUser({ Username: email, Pool: pool, Storage: storage })
    await new Promise((onSuccess, onFailure) =>
      user.authenticateUser(new AuthenticationDetails({ Username: email, Password: password }), {
        onSuccess,
        onFailure,
      }),
    )
  },

  async find() {
    const user = currentUser()
    return new Promise<StockSession>((resolve, reject) =>
      user.getSession((error: Error | null, session: CognitoUserSession | null) =>
        session
          ? resolve({
              username: user.getUsername(),
              accessToken: session.getAccessToken().getJwtToken(),
            })
          : reject(error),
      ),
    )
  },

  async signOut() {
    currentUser().signOut()
  },
}
