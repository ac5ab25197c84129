import { ConfigError } from '../../errors/config-error.ts'
import { toUrl } from '../config/config-reader.ts'

const tokens = ['id_token', 'access_token']
const answers = ['code', 'error', ...tokens]
/** What the hosted UI adds to an address beside them. */
const besideAnswers = ['state', 'error_description', 'iss']
const besideTokens = ['refresh_token', 'token_type', 'expires_in', 'scope']

/** The parameters of an answer: in the query (code grant), or after the `#` (implicit grant). */
export function answerOf(address: string): URLSearchParams | undefined {
  // Not by what `new URL` throws: it quotes the address, and so the code.
  const url = toUrl(address)
  if (!url) return undefined
  const found = [url.searchParams, inHash(url)].filter((place) => hasAny(place, answers))
  return found.find((place) => place.has('state')) ?? found[0]
}

/** Whether an address has an answer that is for us, where the hosted UI leads back to `uris`. */
export function hasAnswer(address: string, uris: readonly string[]): boolean {
  const parameters = answerOf(address)
  if (!parameters || !isReturn(address, uris)) return false
  // Any page may have a `code` of its own; those of Cognito look like this.
  const isOfCognito = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(parameters.get('code') ?? '')
  return parameters.has('state') || uris.length > 0 || isOfCognito
}

/** The address without what answers add to query and fragment; the rest stays. */
export function withoutAnswer(address: string): string {
  const url = new URL(address)
  strip(url.searchParams)
  const hash = inHash(url)
  if (strip(hash)) url.hash = hash.toString()
  return url.href
}

/** Whether there was an answer in it. */
function strip(place: URLSearchParams): boolean {
  if (!hasAny(place, answers)) return false
  const others = hasAny(place, tokens) ? besideTokens : []
  for (const name of [...answers, ...besideAnswers, ...others]) place.delete(name)
  return true
}

const inHash = ({ hash }: URL) => new URLSearchParams(hash.slice(1))

const hasAny = (place: URLSearchParams, names: readonly string[]) =>
  names.some((name) => place.has(name))

/** Whether a redirect to one of `uris` leads to `address`; to any, where none is configured. */
function isReturn(address: string, uris: readonly string[]): boolean {
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
