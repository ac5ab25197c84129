import { notAuthorized } from '../errors.ts'

// What the identity pool says of tokens in `Logins`.

export const unsupportedProvider = () =>
  notAuthorized('Token is not from a supported provider of this identity pool.')

export const invalidLogin = (reason: string) => notAuthorized(`Invalid login token. ${reason}`)

export const notOpenId = () => invalidLogin('Not a valid OpenId Connect identity token.')

/** `exp` in epoch s, `now` in epoch ms. */
export const loginExpired = (exp: number, now: number) =>
  invalidLogin(`Token expired: ${Math.floor(now / 1000)} >= ${exp}`)

export const unverified = () => invalidLogin("Couldn't verify signed token.")
