/**
 * Whether a page may use passkeys of a relying party: it is served by https from the relying party's
 * domain or a subdomain, or by http from this machine.
 */
export function isAllowedOrigin(origin: string, relyingPartyId: string): boolean {
  if (!URL.canParse(origin)) return false
  const { protocol, hostname, origin: canonical } = new URL(origin)
  if (canonical !== origin) return false
  const isOwn = hostname === relyingPartyId || hostname.endsWith(`.${relyingPartyId}`)
  const isLocal = hostname === 'localhost' || hostname.endsWith('.localhost')
  return isOwn && (protocol === 'https:' || (protocol === 'http:' && isLocal))
}
