import { encodeCBOR } from '@levischuck/tiny-cbor'
import { toBase64Url } from '../base64.ts'
import { coseIds, createKeyPair, type KeyPair, type PasskeyAlgorithm } from './algorithms.ts'
import { authenticatorData } from './authenticator-data.ts'
import { type Bytes, concat, sha256, utf8 } from './bytes.ts'
import { requireRelyingParty } from './relying-party.ts'
import type {
  Attachment,
  AuthenticationResponse,
  CreationOptions,
  RegistrationResponse,
  RequestOptions,
} from './responses.ts'

/** The authenticator and the page that uses it. */
export interface AuthenticatorOptions {
  /** The origin of the page that uses the authenticator, as `https://app.example.com`. */
  readonly origin: string
  /** What its keys can be; default all three. The options of the server decide. */
  readonly algorithms?: readonly PasskeyAlgorithm[]
  /** Whether it verifies its user, by a PIN or a fingerprint; default true. */
  readonly verifiesUser?: boolean
  /** Default `platform`. */
  readonly attachment?: Attachment
  /** Default `['internal']`. */
  readonly transports?: readonly string[]
  /** The model of the authenticator, a UUID; default zeros, as in most browsers. */
  readonly aaguid?: string
  /** `packed`: the new key signs its registration. Default `none`. */
  readonly attestation?: 'none' | 'packed'
}

/** What a response contains in place of the truth, to test a server. */
export interface Forgery {
  readonly origin?: string
  /** Hashed into the authenticator data. The passkey stays with the relying party of the options. */
  readonly rpId?: string
  readonly challenge?: string
  readonly isUserVerified?: boolean
  /** The signature counter. */
  readonly counter?: number
  /** For a registration; the options need not allow it. */
  readonly algorithm?: PasskeyAlgorithm
  /** Another key signs. */
  readonly isSignatureWrong?: boolean
  /** For a sign-in: the user id, in base64url. */
  readonly userHandle?: string
}

/** A passkey in the authenticator. */
export interface StoredCredential {
  /** Base64url. */
  readonly id: string
  readonly rpId: string
  /** Base64url. */
  readonly userHandle: string
  readonly algorithm: PasskeyAlgorithm
  /** How often it signed in. */
  readonly counter: number
}

export interface SoftwareAuthenticator {
  /** All passkeys, in the order of registration. */
  readonly credentials: readonly StoredCredential[]
  /**
   * Registers a passkey, as `navigator.credentials.create`.
   *
   * @throws DOMException as a browser: `SecurityError` (the relying party does not fit the origin),
   * `InvalidStateError` (excluded), `NotSupportedError` (no algorithm in common), `NotAllowedError`
   * (cannot verify the user).
   */
  create(options: CreationOptions, forgery?: Forgery): Promise<RegistrationResponse>
  /**
   * Signs in with a passkey, as `navigator.credentials.get`: the newest of those that the options
   * allow.
   *
   * @throws DOMException as a browser: `SecurityError`, `NotAllowedError` (no passkey, or cannot
   * verify the user).
   */
  get(options: RequestOptions, forgery?: Forgery): Promise<AuthenticationResponse>
}

interface Credential extends Omit<StoredCredential, 'counter' | 'algorithm'> {
  readonly keys: KeyPair
  counter: number
}

/**
 * Creates an authenticator that stores passkeys in memory and makes the responses that a browser sends
 * (WebAuthn level 3). It uses Web Crypto only, so it works in Node and in browsers.
 *
 * @example
 * const authenticator = createAuthenticator({ origin: 'http://localhost:5173' })
 * const registration = await authenticator.create(CredentialCreationOptions)
 * const assertion = await authenticator.get(JSON.parse(CREDENTIAL_REQUEST_OPTIONS))
 * const forged = await authenticator.get(options, { origin: 'https://evil.example' })
 */
export function createAuthenticator(options: AuthenticatorOptions): SoftwareAuthenticator {
  const {
    origin,
    algorithms = ['ES256', 'ES384', 'RS256'],
    verifiesUser = true,
    attachment = 'platform',
    transports = ['internal'],
    aaguid = '00000000-0000-0000-0000-000000000000',
    attestation = 'none',
  } = options
  const credentials: Credential[] = []

  const verify = (wanted: string | undefined): boolean => {
    if (wanted === 'required' && !verifiesUser) {
      throw new DOMException('The authenticator cannot verify the user.', 'NotAllowedError')
    }
    return verifiesUser && wanted !== 'discouraged'
  }

  return {
    get credentials() {
      return credentials.map(({ keys, ...credential }) => ({
        ...credential,
        algorithm: keys.algorithm,
      }))
    },

    async create(requested, forgery = {}) {
      const rpId = requireRelyingParty(origin, requested.rp.id)
      const isVerified = verify(requested.authenticatorSelection?.userVerification)
      const isExcluded = requested.excludeCredentials?.some(({ id }) =>
        credentials.some((one) => one.id === id && one.rpId === rpId),
      )
      if (isExcluded) {
        throw new DOMException('The user has a passkey here.', 'InvalidStateError')
      }
      const algorithm = forgery.algorithm ?? chooseAlgorithm(requested, algorithms)
      const keys = await createKeyPair(algorithm)
      const id = crypto.getRandomValues(new Uint8Array(32))
      const credential: Credential = {
        id: toBase64Url(id),
        rpId,
        userHandle: requested.user.id,
        keys,
        counter: 0,
      }
      const clientData = clientDataOf('webauthn.create', requested.challenge, origin, forgery)
      const authData = await authenticatorData({
        rpId: forgery.rpId ?? rpId,
        isUserVerified: forgery.isUserVerified ?? isVerified,
        counter: forgery.counter ?? credential.counter,
        attested: { id, aaguid: bytesOfUuid(aaguid), coseKey: keys.coseKey },
      })
      const statement = new Map<string, number | Bytes>()
      if (attestation === 'packed') {
        statement.set('alg', coseIds[algorithm])
        statement.set('sig', await signResponse(keys, authData, clientData, forgery))
      }
      const attestationObject = encodeCBOR(
        new Map<string, string | Bytes | typeof statement>([
          ['fmt', attestation],
          ['attStmt', statement],
          ['authData', authData],
        ]),
      )
      credentials.push(credential)
      return {
        ...commonOf(credential, attachment),
        response: {
          clientDataJSON: toBase64Url(clientData),
          attestationObject: toBase64Url(attestationObject),
          authenticatorData: toBase64Url(authData),
          transports: [...transports],
          publicKey: toBase64Url(keys.publicKey),
          publicKeyAlgorithm: coseIds[algorithm],
        },
      }
    },

    async get(requested, forgery = {}) {
      const rpId = requireRelyingParty(origin, requested.rpId)
      const isVerified = verify(requested.userVerification)
      const { allowCredentials: allowed = [] } = requested
      const credential = credentials.findLast(
        (one) =>
          one.rpId === rpId && (allowed.length === 0 || allowed.some(({ id }) => id === one.id)),
      )
      if (!credential) throw new DOMException('There is no passkey for it.', 'NotAllowedError')
      credential.counter += 1
      const clientData = clientDataOf('webauthn.get', requested.challenge, origin, forgery)
      const authData = await authenticatorData({
        rpId: forgery.rpId ?? rpId,
        isUserVerified: forgery.isUserVerified ?? isVerified,
        counter: forgery.counter ?? credential.counter,
      })
      const signature = await signResponse(credential.keys, authData, clientData, forgery)
      return {
        ...commonOf(credential, attachment),
        response: {
          clientDataJSON: toBase64Url(clientData),
          authenticatorData: toBase64Url(authData),
          signature: toBase64Url(signature),
          userHandle: forgery.userHandle ?? credential.userHandle,
        },
      }
    },
  }
}

function chooseAlgorithm(
  { pubKeyCredParams }: CreationOptions,
  own: readonly PasskeyAlgorithm[],
): PasskeyAlgorithm {
  for (const { alg } of pubKeyCredParams) {
    const found = own.find((algorithm) => coseIds[algorithm] === alg)
    if (found) return found
  }
  throw new DOMException('The authenticator has none of the algorithms.', 'NotSupportedError')
}

function commonOf({ id }: Credential, authenticatorAttachment: Attachment) {
  return {
    id,
    rawId: id,
    type: 'public-key' as const,
    authenticatorAttachment,
    clientExtensionResults: {},
  }
}

/** WebAuthn level 3 §5.8.1. */
function clientDataOf(type: string, challenge: string, origin: string, forgery: Forgery): Bytes {
  return utf8(
    JSON.stringify({
      type,
      challenge: forgery.challenge ?? challenge,
      origin: forgery.origin ?? origin,
      crossOrigin: false,
    }),
  )
}

async function signResponse(
  keys: KeyPair,
  authData: Bytes,
  clientData: Bytes,
  { isSignatureWrong }: Forgery,
): Promise<Bytes> {
  const { sign } = isSignatureWrong ? await createKeyPair(keys.algorithm) : keys
  return sign(concat(authData, await sha256(clientData)))
}

function bytesOfUuid(uuid: string): Bytes {
  const hex = uuid.replaceAll('-', '').match(/../g) ?? []
  return Uint8Array.from(hex, (byte) => Number.parseInt(byte, 16))
}
