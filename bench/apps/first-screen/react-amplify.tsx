/** The `<Authenticator>` of `@aws-amplify/ui-react` with its styles, as its guide begins. */
import { Authenticator } from '@aws-amplify/ui-react'
import '@aws-amplify/ui-react/styles.css'
import { Amplify } from 'aws-amplify'
import { createRoot } from 'react-dom/client'
import { amplifyConfig } from '../amplify-settings.ts'

Amplify.configure(amplifyConfig())

createRoot(document.body).render(
  <Authenticator>{({ user }) => <p data-home="">{user?.username}</p>}</Authenticator>,
)
