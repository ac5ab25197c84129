import { createAuth, readEntry, type UserPoolConfig } from '@authchart/machine'
import { accepted, steps } from './steps.ts'

const response = await fetch('/auth-config.json')
const config = (await response.json()) as UserPoolConfig

export const auth = createAuth({
  config,
  entry: readEntry(),
  steps,
  override: {
    // The pre sign-up trigger of the pool gets the invitation.
    signUp: (original) => (input, options) =>
      original({ ...input, validationData: { invitation: accepted.invitation ?? '' } }, options),
  },
})

declare module '@authchart/machine' {
  interface Register {
    auth: typeof auth
  }
}
