import { invalidParameter } from '../../errors.ts'
import type { PoolOptions } from './pool-options.ts'

const label = /^[a-z\d]([a-z\d-]{0,61}[a-z\d])?$/

/**
 * Checks that the configured relying party id is a domain that one owner can have. It knows
 * only top-level domains as public suffixes.
 */
export function checkRelyingParty({ WebAuthnConfiguration }: PoolOptions): void {
  const { RelyingPartyId: id } = WebAuthnConfiguration
  if (id === undefined || id === 'localhost') return
  const labels = id.split('.')
  const isDomain = labels.length > 1 && labels.every((one) => label.test(one))
  if (!isDomain || /^\d+$/.test(labels.at(-1) ?? '')) {
    throw invalidParameter(`The relying party ID ${id} is not a domain, or is a public suffix.`)
  }
}
