import { createHash } from 'node:crypto'
import { decodeJwt } from 'jose'
import type { Sandbox } from '../../src/index.ts'
import { createBrowser, type Place } from './browser.ts'
import { email, password } from './client.ts'

export const redirectUri = 'http://localhost:3000/callback'
export const verifier = 'a-code-verifier-that-has-more-than-43-characters'
const challenge = createHash('sha256').update(verifier).digest('base64url')

type Parameters = Readonly<Record<string, string | undefined>>

const withoutAbsent = (parameters: Parameters) =>
  Object.entries(parameters).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, value]],
  )

/** What clients of the hosted UI do, in one browser. */
export function hostedUi(sandbox: Sandbox) {
  const { hostedUiOrigin, userPoolClientId: client_id } = sandbox.config
  const browser = createBrowser(sandbox.fetch, hostedUiOrigin)

  /** An authorization request of the code flow; undefined leaves a parameter out. */
  const query = (parameters: Parameters = {}) => {
    const all = {
      client_id,
      redirect_uri: redirectUri,
      response_type: 'code',
      code_challenge: challenge,
      code_challenge_method: 'S256',
      state: 'xyz',
      ...parameters,
    }
    return new URLSearchParams(withoutAbsent(all))
  }

  const authorize = (parameters?: Parameters) =>
    browser.open(`/oauth2/authorize?${query(parameters)}`)

  const signIn = async (place: Place, username = email, secret = password) =>
    browser.press(place, 'Sign in', { username, password: secret })

  const post = async (
    endpoint: string,
    parameters: Parameters,
    headers: Record<string, string> = {},
  ) => {
    const response = await sandbox.fetch(`${hostedUiOrigin}/oauth2/${endpoint}`, {
      method: 'POST',
      headers,
      body: new URLSearchParams(withoutAbsent({ client_id, ...parameters })),
    })
    const text = await response.text()
    const body: Record<string, string> = text === '' ? {} : JSON.parse(text)
    return { status: response.status, headers: response.headers, body }
  }

  const exchange = (code: string, parameters: Parameters = {}) =>
    post('token', {
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
      ...parameters,
    })

  const userInfo = async (token?: string) => {
    const response = await sandbox.fetch(`${hostedUiOrigin}/oauth2/userInfo`, {
      headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    })
    const body = (await response.json()) as Record<string, string>
    return { status: response.status, headers: response.headers, body }
  }

  /** The tokens of a user who signs in with a password. */
  const tokens = async (parameters?: Parameters) => {
    const { url } = await signIn(await authorize({ prompt: 'login', ...parameters }))
    return (await exchange(url.searchParams.get('code') ?? '')).body
  }

  return { ...browser, query, authorize, signIn, post, exchange, userInfo, tokens }
}

export function claimsOf(token: string | undefined) {
  return decodeJwt(token ?? '')
}

/** The response parameters in a client's URL. */
export function answerIn({ url }: Place): Record<string, string> {
  return Object.fromEntries(url.hash ? new URLSearchParams(url.hash.slice(1)) : url.searchParams)
}
