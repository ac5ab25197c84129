const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** What an authenticator app shows for a secret (base32) at a time (epoch ms), by RFC 6238. */
export async function totpAt(secret: string, ms: number): Promise<string> {
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
  const bytes = bits.join('').match(/.{8}/g) ?? []
  const key = await crypto.subtle.importKey(
    'raw',
    Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 2)),
    { name: 'HMAC', hash: 'SHA-1' },
    false,
    ['sign'],
  )
  const counter = new DataView(new ArrayBuffer(8))
  counter.setBigUint64(0, BigInt(Math.floor(ms / 30_000)))
  const mac = new DataView(await crypto.subtle.sign('HMAC', key, counter))
  const offset = mac.getUint8(19) & 15
  const digits = (mac.getUint32(offset) & 0x7fff_ffff) % 1_000_000
  return String(digits).padStart(6, '0')
}
