/** Why a text must not be seen by its looks alone. */
export type SecretShape = 'jwt' | 'token'

/** The begin of `{"` in base64url: a JWT, whole or cut off. */
const jwt = /eyJ[\w-]{6,}/
const long = /[\w+/=-]{32,}/g

/** What looks like a token; `undefined` for what does not. Names and identifiers do not mix so much. */
export function secretShapeOf(text: string): SecretShape | undefined {
  if (jwt.test(text)) return 'jwt'
  const runs = text.match(long) ?? []
  const isToken = runs.some((run) => /[a-z]/.test(run) && /[A-Z]/.test(run) && /\d/.test(run))
  return isToken ? 'token' : undefined
}
