import { ConfigError } from '../config-error.ts'
import { toUrl } from './config-reader.ts'

/** What the hosted UI adds to an address that it leads back to. */
const answers = ['code', 'state', 'error', 'error_description', 'iss']
const tokens = ['id_token', 'access_token', 'token_type', 'expires_in', 'scope']

/** The parameters of an answer: in the query (code grant), or after the `#` (implicit grant). */
export function answerOf(address: string): URLSearchParams | undefined {
  // Not by what `new URL` throws: it quotes the address, and so the code.
  const url = toUrl(address)
  if (!url) return undefined
  const { searchParams, hash } = url
  return [searchParams, new URLSearchParams(hash.slice(1))].find(isAnswer)
}

function isAnswer(parameters: URLSearchParams): boolean {
  const says = (name: string) => parameters.has(name)
  return says('state') && ['code', 'error', 'id_token', 'access_token'].some(says)
}

/** The address as it was before; what is the app's own stays in it. */
export function withoutAnswer(address: string): string {
  const url = new URL(address)
  if (isAnswer(url.searchParams)) for (const name of answers) url.searchParams.delete(name)
  const inHash = new URLSearchParams(url.hash.slice(1))
  if (isAnswer(inHash)) {
    for (const name of [...answers, ...tokens]) inHash.delete(name)
    url.hash = inHash.toString()
  }
  return url.href
}

/** Whether a redirect to one of `uris` leads to `address`; to any, where none is configured. */
export function isReturn(address: string, uris: readonly string[]): boolean {
  return uris.length === 0 || uris.some((uri) => isSamePage(uri, address))
}

/**
 * The one of several redirect URIs that leads back here: to this page, to this origin, or else the
 * first. Where none is configured, this page.
 *
 * @throws ConfigError where there is neither.
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

/** With or without a `/` at its end: hosts of static pages add one, or take it away. */
function isSamePage(one: string, other: string): boolean {
  const [a, b] = [one, other].map((address) => pageOf(address).replace(/\/$/, ''))
  return a === b
}

function pageOf(address: string): string {
  const { protocol, host, pathname } = new URL(address)
  return `${protocol}//${host}${pathname}`
}

/** Schemes of apps (`myapp://`) have no origin of their own. */
function originOf(address: string): string {
  const { protocol, host } = new URL(address)
  return `${protocol}//${host}`
}
