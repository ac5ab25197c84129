import type { AuthUser } from '@authchart/machine'
import { providerName } from '../sign-in/providers.ts'

/** Why a user has no account here that could be changed; `undefined` of those who have one. */
export function noAccountReason({ kind, provider }: AuthUser): string | undefined {
  return kind === 'federated'
    ? `You signed in with ${providerName(provider ?? '')} alone, so there is no account here.`
    : undefined
}

/** Why a user has neither a password nor a second step here; `undefined` of those who may have. */
export function noPasswordReason({ provider }: AuthUser): string | undefined {
  return provider === undefined
    ? undefined
    : `You sign in with ${providerName(provider)}: this is looked after there.`
}
