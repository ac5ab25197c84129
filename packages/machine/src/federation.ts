import type { AuthActor } from './chart/machine.ts'
import type { CredentialsProvider } from './credentials/credentials-keeper.ts'
import { type FederatedResponse, toProviderToken } from './credentials/provider-federation.ts'
import { SignedInError } from './errors/auth-errors.ts'
import { abortError } from './platform/abort.ts'
import type { AwsCredentials, ProviderProfile } from './ports/index.ts'
import type { AuthSnapshot } from './view/path.ts'

/** A lazy chunk: signing in with the token of another provider, and the session of it. */
export { federatedStore } from './cognito/stores/federated-store.ts'
export { providerFederation } from './credentials/provider-federation.ts'

/** What a sign-in needs of the handle. */
interface Handle {
  restored(): Promise<unknown>
  start(): AuthActor
  until(isThere: (snapshot: AuthSnapshot) => boolean): Promise<AuthSnapshot>
}

/** `Auth.federatedSignIn`: sends the provider's token through the chart and waits for its result. */
export function federatedSignIn(handle: Handle, getCredentials: CredentialsProvider) {
  return async (
    provider: string,
    response: FederatedResponse,
    profile: ProviderProfile = {},
  ): Promise<AwsCredentials> => {
    const token = toProviderToken(provider, response, profile)
    await handle.restored()
    const actor = handle.start()
    const event = { type: 'signIn.federate', token } as const
    if (!actor.getSnapshot().can(event)) throw new SignedInError()
    actor.send(event)
    const { context } = await handle.until((now) => !now.matches({ signIn: 'federating' }))
    if (context.user?.kind !== 'federated') {
      throw context.failure?.cause ?? abortError('The sign-in was cancelled')
    }
    return getCredentials()
  }
}
