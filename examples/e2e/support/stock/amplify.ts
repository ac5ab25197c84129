import { Amplify } from 'aws-amplify'
import { fetchAuthSession, getCurrentUser, signIn, signOut } from 'aws-amplify/auth'
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito'
import { CookieStorage } from 'aws-amplify/utils'

window.stock = {
  configure({ userPoolId, userPoolClientId, endpoint }, cookies) {
    Amplify.configure({
      Auth: { Cognito: { userPoolId, userPoolClientId, userPoolEndpoint: endpoint } },
    })
    if (cookies) cognitoUserPoolsTokenProvider.setKeyValueStorage(new CookieStorage(cookies))
  },

  async signIn({ email, password }) {
    await signIn({ username: email, password })
  },

  async find() {
    const { username } = await getCurrentUser()
    const { tokens } = await fetchAuthSession()
    return { username, accessToken: String(tokens?.accessToken) }
  },

  signOut: () => signOut(),
}
