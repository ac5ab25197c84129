import { notAuthorized } from '../errors.ts'

// The errors for tokens in `Logins`.

export function unsupportedProvider() {
  return notAuthorized('Token is not from a supported provider of this identity pool.')
}

export function invalidLogin(reason: string) {
  return notAuthorized(`Invalid login token. ${reason}`)
}

export function notOpenId() {
  return invalidLogin('Not a valid OpenId Connect identity token.')
}

/** `exp` in epoch s, `now` in epoch ms. */
export function loginExpired(exp: number, now: number) {
  return invalidLogin(`Token expired: ${Math.floor(now / 1000)} >= ${exp}`)
}

export function unverified() {
  return invalidLogin("Couldn't verify signed token.")
}
