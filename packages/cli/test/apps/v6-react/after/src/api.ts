import { auth } from './auth'
import { currentSession } from './auth-calls'

/** The headers of a request to our API; none for a guest. */
export async function authHeaders(): Promise<Record<string, string>> {
  const tokens = await currentSession()
  const token = tokens?.idToken
  return token ? { Authorization: token } : {}
}

export async function freshAccessToken(): Promise<string | undefined> {
  // After the groups have changed.
  return (await currentSession({ forceRefresh: true }))?.accessToken
}

export async function isGuest(): Promise<boolean> {
  const session = await currentSession()
  return !session
}

export async function whoAmI(): Promise<string> {
  const { username } = (await auth.getSession()).user
  return username
}
