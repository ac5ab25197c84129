import { throwIfAborted } from '../../platform/abort.ts'
import { loadChunk } from '../../platform/load-chunk.ts'
import type {
  CodeGrant,
  HostedUi,
  Navigator,
  RedirectOutcome,
  TokenSet,
} from '../../ports/index.ts'
import { Secret } from '../../secret.ts'
import { StateMismatchError } from '../errors.ts'
import type { AuthorizationServer, HostedUiOptions } from './hosted-ui-options.ts'
import { answerOf, hasAnswer, redirectUriFor, withoutAnswer } from './redirect-address.ts'
import { redirectStore } from './redirect-store.ts'

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

/** The hosted UI of a user pool. Loads the OAuth code when a redirect begins or returns. */
export function cognitoHostedUi(options: HostedUiOptions): HostedUi {
  const { config, clientId, server, navigator, storage, clock } = options
  const arrivals = pages.get(navigator) ?? new Map<string, Arrival>()
  pages.set(navigator, arrivals)
  const redirects = redirectStore(storage, clientId, clock)
  const oauth = () => loadChunk(import('./oauth.ts'), 'The sign-in by OAuth')

  async function complete(
    answer: Secret,
    exchange: (grant: CodeGrant) => Promise<Secret<TokenSet>>,
  ): Promise<RedirectOutcome> {
    // Loaded first: when that fails, the stored redirect stays usable.
    const { redeem } = await oauth()
    const address = answer.reveal()
    const parameters = answerOf(address)
    const state = parameters?.get('state')
    const redirect = state ? await redirects.take(state) : unsolicited(address, parameters)
    if (!parameters || !redirect) throw new StateMismatchError(!state)
    const tokens = await redeem(options, parameters, redirect, exchange)
    return { tokens, customState: redirect.customState }
  }

  /** An answer without `state`: this app did not begin it, so the configuration must allow it. */
  function unsolicited(address: string, parameters: URLSearchParams | undefined) {
    const isCode = config.responseType === 'code' && !parameters?.has('state')
    if (!config.allowIdpInitiated || !isCode) return undefined
    return {
      redirectUri: redirectUriFor(address, config.redirectSignIn),
      customState: undefined,
    }
  }

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

    async open(input, { signal }) {
      const { authorize } = await oauth()
      const redirectUri = redirectUriFor(navigator.address(), config.redirectSignIn)
      const { url, ...secrets } = await authorize(options, redirectUri, input)
      throwIfAborted(signal)
      const { customState } = input
      await redirects.add({ ...secrets, redirectUri, customState, startedAt: clock.now() })
      throwIfAborted(signal)
      const answer = await navigator.open(url, { signal, returnTo: redirectUri })
      return answer === undefined ? undefined : new Secret(answer)
    },

    complete(answer, options) {
      const { signal } = options
      const arrival = arrivals.get(clientId)
      // By `this`: the call may have been overridden.
      const exchange = (grant: CodeGrant) => this.redeemCode(grant, options)
      if (arrival?.answer !== answer) return complete(answer, exchange)
      const forget = () => arrivals.delete(clientId)
      // A later handle must not use it: the code may be redeemed already.
      signal.addEventListener('abort', forget)
      arrival.outcome ??= complete(answer, exchange).finally(forget)
      return arrival.outcome
    },

    async redeemCode(grant, { signal }) {
      const { redeemCode } = await oauth()
      return redeemCode(options, grant, signal)
    },

    async close({ signal }) {
      const returnTo = redirectUriFor(navigator.address(), config.redirectSignOut)
      const url = new URL(server.logout_endpoint)
      url.search = new URLSearchParams({ client_id: clientId, logout_uri: returnTo }).toString()
      await navigator.open(url.href, { signal, returnTo })
    },
  }
}
