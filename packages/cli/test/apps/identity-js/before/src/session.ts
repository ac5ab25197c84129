import { CognitoUserPool, type CognitoUserSession } from 'amazon-cognito-identity-js'
import { ids } from './ids'

const data = {
  UserPoolId: ids.userPoolId,
  ClientId: ids.clientId,
  endpoint: ids.endpoint,
}

const pool = new CognitoUserPool(data)

/** Calls back with the ID token, or with nothing when no user is signed in. */
export function withToken(use: (token: string | undefined) => void): void {
  const user = pool.getCurrentUser()
  if (!user) {
    use(undefined)
    return
  }
  user.getSession((error: Error | null, session: CognitoUserSession) => {
    if (error) use(undefined)
    else use(session.getIdToken().getJwtToken())
  })
}

export function leave(): void {
  const user = pool.getCurrentUser()
  if (user !== null) user.signOut()
}
