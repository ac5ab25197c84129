import { ConfigError } from '../errors/auth-errors.ts'
import type { AuthPorts, HostedUi } from '../ports/index.ts'
import type { SessionKeeper } from '../session/session-keeper.ts'
import { isUserPool } from '../tokens/token-facts.ts'
import type { Requests } from './request.ts'

export function signOutRequests(
  { userPool, hostedUi }: AuthPorts,
  keeper: SessionKeeper,
): Pick<Requests, 'revokeToken' | 'endSession' | 'globalSignOut' | 'redirectToSignOut'> {
  return {
    async revokeToken(_, options) {
      const tokens = await keeper.resumed()
      const isRevocable = tokens && isUserPool(tokens)
      const revoking = isRevocable ? userPool.revokeToken(tokens, options) : undefined
      // In parallel: neither a slow storage nor a slow Cognito delays the other.
      const [ended, revoked] = await Promise.allSettled([keeper.end(), revoking])
      if (ended.status === 'rejected') throw ended.reason
      if (revoked.status === 'rejected') throw revoked.reason
    },

    endSession: () => keeper.end(),

    globalSignOut: (_, options) =>
      keeper.withTokens((tokens) => userPool.globalSignOut(tokens, options)),

    redirectToSignOut: async (_, options) => requireHostedUi(hostedUi).close(options),
  }
}

/** @throws ConfigError */
export function requireHostedUi(hostedUi: HostedUi | undefined): HostedUi {
  if (!hostedUi) throw new ConfigError('The configuration has no hosted UI')
  return hostedUi
}
