import { throwIfAborted } from '../../platform/abort.ts'
import { lazy } from '../../platform/lazy.ts'
import type { HostedUi, Navigator, RedirectOutcome } from '../../ports/index.ts'
import { Secret } from '../../secret.ts'
import type { AuthorizationServer, HostedUiOptions } from './hosted-ui-options.ts'
import { hasAnswer, withoutAnswer } from './redirect-address.ts'

export function authorizationServer(origin: string, issuer: string): AuthorizationServer {
  return {
    issuer,
    authorization_endpoint: `${origin}/oauth2/authorize`,
    token_endpoint: `${origin}/oauth2/token`,
    logout_endpoint: `${origin}/logout`,
  }
}

/** An answer that redirected to this page, until its tokens are there. */
interface Arrival {
  readonly answer: Secret
  outcome?: Promise<RedirectOutcome>
}

/** By page and client: all handles of a page share an answer, because only one of them may stay in use. */
const pages = new WeakMap<Navigator, Map<string, Arrival>>()

/** The hosted UI of a user pool. Loads what a redirect needs when one begins or returns. */
export function cognitoHostedUi(options: HostedUiOptions): HostedUi {
  const { config, clientId, navigator } = options
  const arrivals = pages.get(navigator) ?? new Map<string, Arrival>()
  pages.set(navigator, arrivals)
  const load = lazy(
    () => import('./hosted-ui-calls.ts'),
    ({ hostedUiCalls }) => hostedUiCalls(options),
    'The sign-in by OAuth',
  )

  return {
    providers: config.providers,

    takeAnswer() {
      const address = navigator.address()
      if (!address || !hasAnswer(address, config.redirectSignIn))
        return arrivals.get(clientId)?.answer
      try {
        navigator.replace(withoutAnswer(address))
      } catch {
        // Browsers limit the number of these calls. The app goes on: the answer can be used only once.
      }
      const answer = new Secret(address)
      arrivals.set(clientId, { answer })
      return answer
    },

    async open(input, options) {
      const { open } = await load()
      throwIfAborted(options.signal)
      return open(input, options)
    },

    complete(answer, options) {
      const { signal } = options
      const arrival = arrivals.get(clientId)
      // Loaded first: when that fails, the stored redirect stays usable.
      const complete = async () =>
        // By `this`: the call may have been overridden.
        (await load()).complete(answer, (grant) => this.redeemCode(grant, options))
      if (arrival?.answer !== answer) return complete()
      const forget = () => arrivals.delete(clientId)
      // A later handle must not use it: the code may be redeemed already.
      signal.addEventListener('abort', forget)
      arrival.outcome ??= complete().finally(forget)
      return arrival.outcome
    },

    redeemCode: async (grant, options) => (await load()).redeemCode(grant, options),

    close: async (options) => (await load()).close(options),
  }
}
