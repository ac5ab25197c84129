import { createHash, createPublicKey, verify } from 'node:crypto'
import { decodeCBOR } from '@levischuck/tiny-cbor'
import { expect, test } from 'vitest'
import {
  type CreationOptions,
  createAuthenticator,
  type PasskeyAlgorithm,
} from '../../src/authenticator/index.ts'

const origin = 'https://app.example.com'
const challenge = 'c2FuZGJveA'

const creation: CreationOptions = {
  rp: { id: 'example.com', name: 'Example' },
  user: { id: 'amFuZQ', name: 'jane', displayName: 'Jane' },
  challenge,
  pubKeyCredParams: [-7, -257, -35].map((alg) => ({ alg, type: 'public-key' })),
}

const bytes = (text: string) => Buffer.from(text, 'base64url')
const hashes = { ES256: 'sha256', ES384: 'sha384', RS256: 'sha256' }

test.each<PasskeyAlgorithm>(['ES256', 'ES384', 'RS256'])(
  '%s signs what Node verifies',
  async (algorithm) => {
    const authenticator = createAuthenticator({ origin, algorithms: [algorithm] })
    const { response } = await authenticator.create(creation)
    const key = createPublicKey({ key: bytes(response.publicKey), format: 'der', type: 'spki' })
    // The length of r and s in DER depends on their value, so one signature is not enough.
    for (let count = 1; count <= 20; count += 1) {
      const signed = (await authenticator.get({ challenge, rpId: 'example.com' })).response
      const clientHash = createHash('sha256').update(bytes(signed.clientDataJSON)).digest()
      const data = Buffer.concat([bytes(signed.authenticatorData), clientHash])
      expect(verify(hashes[algorithm], data, key, bytes(signed.signature))).toBe(true)
      expect(bytes(signed.authenticatorData).readUInt32BE(33)).toBe(count)
    }
  },
)

test('a registration has the parts of WebAuthn', async () => {
  const authenticator = createAuthenticator({ origin })
  const credential = await authenticator.create(creation)
  const { response } = credential
  expect(JSON.parse(bytes(response.clientDataJSON).toString())).toEqual({
    type: 'webauthn.create',
    challenge,
    origin,
    crossOrigin: false,
  })
  const attestation = decodeCBOR(Uint8Array.from(bytes(response.attestationObject))) as Map<
    string,
    unknown
  >
  expect([...attestation.keys()]).toEqual(['fmt', 'attStmt', 'authData'])
  expect(attestation.get('fmt')).toBe('none')
  const data = bytes(response.authenticatorData)
  expect(Buffer.from(attestation.get('authData') as Uint8Array)).toEqual(data)
  // Present, verified, can be synced, is synced, with a key.
  expect(data[32]).toBe(0x5d)
  expect(data.subarray(55, 87).toString('base64url')).toBe(credential.id)
  const key = decodeCBOR(Uint8Array.from(data.subarray(87))) as Map<number, unknown>
  expect([key.get(1), key.get(3), key.get(-1)]).toEqual([2, -7, 1])
  expect(authenticator.credentials).toEqual([
    {
      id: credential.id,
      rpId: 'example.com',
      userHandle: 'amFuZQ',
      algorithm: 'ES256',
      counter: 0,
    },
  ])
})

test('the options choose the algorithm', async () => {
  const rsa = { ...creation, pubKeyCredParams: [{ alg: -257 }, { alg: -7 }] }
  const { response } = await createAuthenticator({ origin }).create(rsa)
  expect(response.publicKeyAlgorithm).toBe(-257)
  const own = createAuthenticator({ origin, algorithms: ['ES384'] })
  await expect(own.create(rsa)).rejects.toMatchObject({ name: 'NotSupportedError' })
  expect((await own.create(rsa, { algorithm: 'ES384' })).response.publicKeyAlgorithm).toBe(-35)
})

test.each([
  ['https://example.org', 'example.com'],
  ['https://badexample.com', 'example.com'],
  ['http://127.0.0.1:3000', '127.0.0.1'],
  ['http://[::1]:3000', undefined],
])('a page of %s cannot use the relying party %s', async (page, id) => {
  const authenticator = createAuthenticator({ origin: page })
  const rp = { name: 'Example', ...(id !== undefined && { id }) }
  const { create, get } = authenticator
  await expect(create({ ...creation, rp })).rejects.toMatchObject({ name: 'SecurityError' })
  const rpId = id === undefined ? {} : { rpId: id }
  await expect(get({ challenge, ...rpId })).rejects.toMatchObject({ name: 'SecurityError' })
})

test('without user verification a required one fails', async () => {
  const { create, get } = createAuthenticator({ origin, verifiesUser: false })
  const required = { userVerification: 'required' }
  const failure = { name: 'NotAllowedError' }
  await expect(create({ ...creation, authenticatorSelection: required })).rejects.toMatchObject(
    failure,
  )
  const { response } = await create(creation)
  expect(bytes(response.authenticatorData)[32]).toBe(0x59)
  await expect(get({ challenge, rpId: 'example.com', ...required })).rejects.toMatchObject(failure)
})

test('it signs in with the newest allowed passkey of the relying party', async () => {
  const { create, get } = createAuthenticator({ origin })
  const first = await create(creation)
  const second = await create(creation)
  await create({ ...creation, rp: { id: 'app.example.com' } })
  const options = { challenge, rpId: 'example.com' }
  expect((await get(options)).id).toBe(second.id)
  expect((await get({ ...options, allowCredentials: [first] })).id).toBe(first.id)
  const unknown = get({ ...options, allowCredentials: [{ id: 'AAAA' }] })
  await expect(unknown).rejects.toMatchObject({ name: 'NotAllowedError' })
})
