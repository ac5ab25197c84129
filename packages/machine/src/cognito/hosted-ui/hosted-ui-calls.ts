import { throwIfAborted } from '../../platform/abort.ts'
import type { CodeGrant, HostedUi, RedirectOutcome, TokenSet } from '../../ports/index.ts'
import { Secret } from '../../secret.ts'
import { StateMismatchError } from '../errors.ts'
import type { HostedUiOptions } from './hosted-ui-options.ts'
import { authorize, redeem } from './oauth.ts'
import { redeemCode } from './redeem-code.ts'
import { answerOf } from './redirect-address.ts'
import { redirectStore } from './redirect-store.ts'
import { redirectUriFor } from './redirect-uri.ts'

type Exchange = (grant: CodeGrant) => Promise<Secret<TokenSet>>

/** What the hosted UI needs when a redirect begins or returns. */
export interface HostedUiCalls extends Pick<HostedUi, 'open' | 'redeemCode' | 'close'> {
  complete(answer: Secret, exchange: Exchange): Promise<RedirectOutcome>
}

export function hostedUiCalls(options: HostedUiOptions): HostedUiCalls {
  const { config, clientId, server, navigator, storage, clock } = options
  const redirects = redirectStore(storage, clientId, clock)

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
    async open(input, { signal }) {
      const redirectUri = redirectUriFor(navigator.address(), config.redirectSignIn)
      const { url, ...secrets } = await authorize(options, redirectUri, input)
      throwIfAborted(signal)
      const { customState } = input
      await redirects.add({ ...secrets, redirectUri, customState, startedAt: clock.now() })
      throwIfAborted(signal)
      const answer = await navigator.open(url, { signal, returnTo: redirectUri })
      return answer === undefined ? undefined : new Secret(answer)
    },

    async complete(answer, exchange) {
      const address = answer.reveal()
      const parameters = answerOf(address)
      const state = parameters?.get('state')
      const redirect = state ? await redirects.take(state) : unsolicited(address, parameters)
      if (!parameters || !redirect) throw new StateMismatchError(!state)
      const tokens = await redeem(options, parameters, redirect, exchange)
      return { tokens, customState: redirect.customState }
    },

    redeemCode: (grant, { signal }) => redeemCode(options, grant, signal),

    async close({ signal }) {
      const returnTo = redirectUriFor(navigator.address(), config.redirectSignOut)
      const url = new URL(server.logout_endpoint)
      url.search = new URLSearchParams({ client_id: clientId, logout_uri: returnTo }).toString()
      await navigator.open(url.href, { signal, returnTo })
    },
  }
}
