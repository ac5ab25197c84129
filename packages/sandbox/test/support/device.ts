import { createHash, randomBytes } from 'node:crypto'
import { N } from '../../src/srp/group.ts'
import type { Client } from './client.ts'
import { proveSrp, srpKey } from './srp-client.ts'

function bytes(value: bigint): Buffer {
  const hex = value.toString(16)
  const even = hex.length % 2 ? `0${hex}` : hex
  return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex')
}

function hash(...parts: (Buffer | string)[]) {
  const sha = createHash('sha256')
  for (const part of parts) sha.update(part)
  return sha.digest()
}

function pow(base: bigint, exponent: bigint): bigint {
  let result = 1n
  for (const bit of exponent.toString(2)) {
    result = (result * result) % N
    if (bit === '1') result = (result * base) % N
  }
  return result
}

export interface Keys {
  readonly DeviceKey: string
  readonly DeviceGroupKey: string
}

/** A device with a secret of its own. */
export function createDevice(client: Client, { DeviceKey, DeviceGroupKey }: Keys) {
  const secret = randomBytes(40).toString('base64')
  const salt = bytes(BigInt(`0x${randomBytes(16).toString('hex')}`))
  const inner = hash(`${DeviceGroupKey}${DeviceKey}:${secret}`)
  const verifier = bytes(pow(2n, BigInt(`0x${hash(salt, inner).toString('hex')}`)))
  const key = srpKey(4711n)

  const confirm = (AccessToken: string, more: object = {}) =>
    client.call('ConfirmDevice', {
      AccessToken,
      DeviceKey,
      DeviceName: 'Browser',
      DeviceSecretVerifierConfig: {
        PasswordVerifier: verifier.toString('base64'),
        Salt: salt.toString('base64'),
      },
      ...more,
    })

  const begin = (session: string | undefined, more: Record<string, string> = {}) =>
    client.respond('DEVICE_SRP_AUTH', session, { DEVICE_KEY: DeviceKey, SRP_A: key.A, ...more })

  /** The ChallengeResponses that prove the secret. */
  const proof = (parameters: Record<string, string>, known = secret): Record<string, string> => ({
    ...proveSrp(key, { ...parameters, USER_ID_FOR_SRP: DeviceKey }, known, DeviceGroupKey),
    DEVICE_KEY: DeviceKey,
    USERNAME: parameters.USERNAME ?? '',
  })

  /** Both challenges, from the session of DEVICE_SRP_AUTH to its end. */
  const prove = async (session: string) => {
    const { body } = await begin(session)
    return client.send('RespondToAuthChallenge', {
      ChallengeName: 'DEVICE_PASSWORD_VERIFIER',
      Session: body.Session,
      ChallengeResponses: proof(body.ChallengeParameters),
    })
  }

  return { DeviceKey, confirm, begin, proof, prove }
}
