import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Context } from 'hono'
import type { OperationContext } from '../operation.ts'
import { randomBase64Url } from '../random.ts'
import { isSameBytes } from '../srp/bytes.ts'
import { getCookie, setCookie } from './cookies.ts'
import { OAuthError } from './oauth-errors.ts'

const cookie = 'XSRF-TOKEN'

/** The value that forms of this browser send as `_csrf`, beside the cookie. */
export function csrfToken({ random }: OperationContext, http: Context): string {
  const known = getCookie(http, cookie)
  if (known) return known
  const token = randomBase64Url(random, 24)
  setCookie(http, cookie, token, { httpOnly: true, sameSite: 'Lax', path: '/' })
  return token
}

/** Whether the form is from a page that the sandbox sent to this browser. */
export function isFromHere(http: Context, form: URLSearchParams): boolean {
  const [known, given] = [getCookie(http, cookie), form.get('_csrf')]
  return !!known && !!given && isSameBytes(utf8ToBytes(known), utf8ToBytes(given))
}

export async function readForm(http: Context): Promise<URLSearchParams> {
  return new URLSearchParams(await http.req.text())
}

/** The form of a client's request. No parameter may occur twice (RFC 6749 §3.2). */
export async function readClientForm(http: Context): Promise<URLSearchParams> {
  const type = http.req.header('content-type') ?? ''
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) {
    throw new OAuthError('invalid_request', 'The request must be form-urlencoded')
  }
  const form = await readForm(http)
  const names = [...form.keys()]
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw new OAuthError('invalid_request', `${twice} is there twice`)
  return form
}
