/** A sign-in by SRP with the functions of Amplify. */
import { Amplify } from 'aws-amplify'
import { signIn } from 'aws-amplify/auth'
import { amplifyConfig } from '../amplify-settings.ts'

Amplify.configure(amplifyConfig())

window.signIn = async (username, password) => {
  const begun = performance.now()
  const { isSignedIn } = await signIn({ username, password })
  if (!isSignedIn) throw new Error('Not signed in')
  return performance.now() - begun
}
