/**
 * The relying party of a ceremony: that of the options, else the host of the page.
 *
 * @throws DOMException SecurityError if the page may not use it (WebAuthn level 3 §5.1.3, step 8).
 */
export function requireRelyingParty(origin: string, wanted: string | undefined): string {
  const { hostname } = new URL(origin)
  const rpId = wanted ?? hostname
  const isDomain = !/^[\d.]+$|:/.test(hostname)
  if (!isDomain || !(hostname === rpId || hostname.endsWith(`.${rpId}`))) {
    throw new DOMException(`${origin} cannot use the relying party ${rpId}.`, 'SecurityError')
  }
  return rpId
}
