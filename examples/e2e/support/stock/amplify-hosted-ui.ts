import { Amplify } from 'aws-amplify'
import { fetchAuthSession, getCurrentUser, signInWithRedirect, signOut } from 'aws-amplify/auth'
import { Hub } from 'aws-amplify/utils'

const { userPoolId, userPoolClientId, endpoint, domain } = window.redirectingConfig
const events: string[] = []

window.redirecting = {
  signIn: (provider, customState) =>
    signInWithRedirect({ ...(provider && { provider }), ...(customState && { customState }) }),

  events: () => events,

  async find() {
    const { username } = await getCurrentUser()
    const { tokens } = await fetchAuthSession()
    return { username, accessToken: String(tokens?.accessToken) }
  },

  signOut: () => signOut(),
}

Hub.listen('auth', ({ payload }) => {
  const { event } = payload
  events.push(event === 'customOAuthState' ? `${event}: ${payload.data}` : event)
})

// Completes the redirect that led here, if there was a redirect.
Amplify.configure({
  Auth: {
    Cognito: {
      userPoolId,
      userPoolClientId,
      userPoolEndpoint: endpoint,
      loginWith: {
        oauth: {
          domain,
          responseType: 'code',
          scopes: ['openid', 'email', 'profile', 'aws.cognito.signin.user.admin'],
          redirectSignIn: [`${location.origin}/`],
          redirectSignOut: [`${location.origin}/`],
        },
      },
    },
  },
})
