/** A sign-in by the `<Authenticator>` of `@aws-amplify/ui-react`, with a passkey as the preferred factor. */
import { Authenticator } from '@aws-amplify/ui-react'
import { Amplify } from 'aws-amplify'
import { createRoot } from 'react-dom/client'

const { userPoolId, userPoolClientId, endpoint } = window.bench

Amplify.configure({
  Auth: {
    Cognito: {
      userPoolId,
      userPoolClientId,
      userPoolEndpoint: endpoint,
      loginWith: { email: true },
      passwordless: { emailOtpEnabled: true, webAuthn: {}, preferredChallenge: 'WEB_AUTHN' },
    },
  },
})

createRoot(document.body).render(
  <Authenticator
    loginMechanisms={['email']}
    passwordless={{ preferredAuthMethod: 'WEB_AUTHN', passkeyRegistrationPrompts: false }}
  >
    {({ signOut }) => (
      <p data-home="">
        <button type="button" onClick={signOut}>
          Sign out
        </button>
      </p>
    )}
  </Authenticator>,
)
