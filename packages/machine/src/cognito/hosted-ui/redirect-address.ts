import { toUrl } from '../config/config-reader.ts'

const tokens = ['id_token', 'access_token']
const answers = ['code', 'error', ...tokens]
/** Other parameters that the hosted UI adds to an address. */
const besideAnswers = ['state', 'error_description', 'iss']
const besideTokens = ['refresh_token', 'token_type', 'expires_in', 'scope']

/** The parameters of an answer: in the query (code grant), or after the `#` (implicit grant). */
export function answerOf(address: string): URLSearchParams | undefined {
  // The error of `new URL` would quote the address, and so the code.
  const url = toUrl(address)
  if (!url) return undefined
  const found = [url.searchParams, inHash(url)].filter((place) => hasAny(place, answers))
  return found.find((place) => place.has('state')) ?? found[0]
}

/** Whether an address has an answer for this app, when the hosted UI redirects to `uris`. */
export function hasAnswer(address: string, uris: readonly string[]): boolean {
  const parameters = answerOf(address)
  if (!parameters || !isReturn(address, uris)) return false
  // Any page may have a parameter `code` of its own; Cognito's have this form.
  const isOfCognito = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(parameters.get('code') ?? '')
  return parameters.has('state') || uris.length > 0 || isOfCognito
}

/** The address without the parameters of answers in query and fragment. */
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

/** Whether a redirect to one of `uris` leads to `address`. Without `uris`: always. */
function isReturn(address: string, uris: readonly string[]): boolean {
  return uris.length === 0 || uris.some((uri) => isSamePage(uri, address))
}

/** Ignores a `/` at the end: hosts of static pages add or remove it. */
export function isSamePage(one: string, other: string): boolean {
  const [a, b] = [one, other].map((address) => pageOf(address).replace(/\/$/, ''))
  return a === b
}

export function pageOf(address: string): string {
  const { protocol, host, pathname } = new URL(address)
  return `${protocol}//${host}${pathname}`
}
