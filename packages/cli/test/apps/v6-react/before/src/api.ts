import { fetchAuthSession, getCurrentUser } from 'aws-amplify/auth'

/** The headers of a request to our API; none for a guest. */
export async function authHeaders(): Promise<Record<string, string>> {
  const { tokens } = await fetchAuthSession()
  const token = tokens?.idToken?.toString()
  return token ? { Authorization: token } : {}
}

export async function freshAccessToken(): Promise<string | undefined> {
  // After the groups have changed.
  return (await fetchAuthSession({ forceRefresh: true })).tokens?.accessToken.toString()
}

export async function isGuest(): Promise<boolean> {
  const session = await fetchAuthSession()
  return !session.tokens
}

export async function whoAmI(): Promise<string> {
  const { username } = await getCurrentUser()
  return username
}
