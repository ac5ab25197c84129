/** What Google's own SDK would give; the sandbox believes every JWT. */
export function tokenOfGoogle(now: number) {
  const expires_at = now + 3_600_000
  const claims = {
    iss: 'https://accounts.google.com',
    sub: '1001',
    iat: Math.floor(now / 1000),
    exp: Math.floor(expires_at / 1000),
  }
  const parts = [{ alg: 'RS256' }, claims].map((part) => toBase64Url(JSON.stringify(part)))
  return { token: [...parts, toBase64Url('a signature')].join('.'), expires_at }
}

const toBase64Url = (text: string) =>
  btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
