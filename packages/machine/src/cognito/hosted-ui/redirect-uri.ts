import { ConfigError } from '../../errors/auth-errors.ts'
import { toUrl } from '../config/config-reader.ts'
import { isSamePage, pageOf } from './redirect-address.ts'

/**
 * The redirect URI of this page, else of this origin, else the first one. When none is configured, the
 * address of this page.
 *
 * @throws ConfigError when there is neither.
 */
export function redirectUriFor(address: string | undefined, uris: readonly string[]): string {
  const here = address === undefined ? undefined : pageOf(address)
  const uri =
    uris.find((uri) => toUrl(uri)?.href === address) ??
    uris.find((uri) => address !== undefined && isSamePage(uri, address)) ??
    uris.find((uri) => address !== undefined && originOf(uri) === originOf(address)) ??
    uris[0] ??
    here
  if (uri === undefined)
    throw new ConfigError('The hosted UI needs "redirectSignIn" without a page')
  return uri
}

/** Schemes of apps (`myapp://`) have no origin of their own. */
function originOf(address: string): string {
  const { protocol, host } = new URL(address)
  return `${protocol}//${host}`
}
