/**
 * Stands in for identity-js' `cryptoSecureRandomInt` in the bundle: that one looks for `crypto` once,
 * at import, and calls Node's `require`, which Metro resolves.
 */
export default function randomInt(): number {
  const [random = 0] = globalThis.crypto.getRandomValues(new Uint32Array(1))
  return random
}
