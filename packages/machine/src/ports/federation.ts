import type { Secret } from '../secret.ts'
import type { RequestOptions } from './request-options.ts'
import type { ProviderToken } from './token-store.ts'

/** The providers whose tokens an identity pool takes directly, without a user pool in between. */
export interface Federation {
  /** The provider's next token for the same user. Rejects when the app has no refresh handler. */
  refresh(token: Secret<ProviderToken>, options: RequestOptions): Promise<Secret<ProviderToken>>
}
