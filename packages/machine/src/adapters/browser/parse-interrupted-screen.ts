import { inOrder } from '../../first-factors.ts'
import type {
  Challenge,
  ChallengeRequest,
  CodeDelivery,
  Contact,
  InterruptedScreen,
  MfaType,
  NewDevice,
  SignedInScreen,
} from '../../ports/index.ts'
import { Secret } from '../../secret.ts'

type Fields = Readonly<Record<string, unknown>>

/** Checks a stored screen: any script of the page could have changed it. */
export function parseInterruptedScreen(value: unknown): InterruptedScreen | undefined {
  if (!isRecord(value)) return undefined
  const { route, username } = value
  if (route === 'signedIn') return parseSignedIn(value)
  if (typeof username !== 'string') return undefined
  switch (route) {
    case 'signIn':
    case 'signUp':
    case 'forgotPassword':
    case 'confirmed':
      return { route, username }
    case 'confirmSignUp':
    case 'resetPassword':
      if (username === '') return undefined
      return {
        route,
        username,
        delivery: parseDelivery(value.delivery),
        resendAt: timeOf(value.resendAt),
      }
    case 'challenge':
    case 'totpVerified': {
      const challenge = parseChallenge(value.challenge)
      const { round } = value
      if (!challenge || (route === 'totpVerified' && challenge.type !== 'mfaSetup'))
        return undefined
      return {
        route,
        username,
        challenge,
        round: Number.isInteger(round) ? Number(round) : 1,
      }
    }
    default:
      return undefined
  }
}

function parseSignedIn({ userId, unfinished }: Fields): SignedInScreen | undefined {
  if (typeof userId !== 'string' || !isRecord(unfinished)) return undefined
  const { newDevice, rememberDevice, contacts, delivery, deliveries, resendAt } = unfinished
  return {
    route: 'signedIn',
    userId,
    unfinished: {
      newDevice: parseNewDevice(newDevice),
      rememberDevice: rememberDevice === true,
      contacts: listOf(contacts, parseContact),
      delivery: parseDelivery(delivery),
      deliveries: listOf(deliveries, parseDelivery),
      resendAt: timeOf(resendAt),
      isTotpUnfinished: unfinished.isTotpUnfinished === true,
      passkeyOffer: unfinished.passkeyOffer === 'prompt' ? 'prompt' : undefined,
    },
  }
}

function parseChallenge(value: unknown): Challenge | undefined {
  if (!isRecord(value)) return undefined
  const { username, session, issuedAt } = value
  const request = parseRequest(value)
  if (!request || typeof username !== 'string' || typeof issuedAt !== 'number') return undefined
  return {
    kind: 'challenge',
    ...request,
    username,
    factors: factorsOf(value.factors),
    session: typeof session === 'string' ? new Secret(session) : undefined,
    issuedAt,
  }
}

function parseRequest(value: Fields): ChallengeRequest | undefined {
  switch (value.type) {
    case 'code': {
      const [mfaType] = mfaTypes([value.mfaType])
      const { factor, destination, deviceName } = value
      return (
        mfaType && {
          type: 'code',
          factor: factor === 'first' ? 'first' : 'second',
          mfaType,
          destination: optional(destination),
          deviceName: optional(deviceName),
        }
      )
    }
    case 'factor':
      return factorsOf(value.factors).length > 0
        ? { type: 'factor', rejected: undefined }
        : undefined
    case 'passkey': {
      const { request } = value
      return typeof request === 'string' ? { type: 'passkey', request } : undefined
    }
    case 'custom': {
      const parameters = isRecord(value.parameters) ? Object.entries(value.parameters) : []
      return {
        type: 'custom',
        parameters: Object.fromEntries(
          parameters.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
        ),
      }
    }
    case 'mfaType':
    case 'mfaSetup':
      return choiceOf(value.type, mfaTypes(value.options))
    case 'newPassword':
      return {
        type: 'newPassword',
        missingAttributes: texts(value.missingAttributes),
        providedAttributes: texts(value.providedAttributes),
      }
    default:
      return undefined
  }
}

const factorsOf = (value: unknown) => inOrder(Array.isArray(value) ? value : [])

function choiceOf<Type extends 'mfaType' | 'mfaSetup'>(type: Type, options: readonly MfaType[]) {
  return options.length > 0 ? { type, options } : undefined
}

function parseDelivery(value: unknown): CodeDelivery | undefined {
  if (!isRecord(value)) return undefined
  const { medium, destination, attribute } = value
  if ((medium !== 'EMAIL' && medium !== 'SMS') || typeof destination !== 'string') return undefined
  return { medium, destination, attribute: optional(attribute) ?? attributeOf(medium) }
}

function parseNewDevice(value: unknown): NewDevice | undefined {
  if (!isRecord(value)) return undefined
  const { key, groupKey } = value
  if (typeof key !== 'string' || typeof groupKey !== 'string') return undefined
  return { key, groupKey }
}

function parseContact(entry: unknown): Contact | undefined {
  if (!isRecord(entry)) return undefined
  const { attribute, value } = entry
  if ((attribute !== 'email' && attribute !== 'phone_number') || typeof value !== 'string') {
    return undefined
  }
  return { attribute, value }
}

const attributeOf = (medium: CodeDelivery['medium']) =>
  medium === 'EMAIL' ? 'email' : 'phone_number'

const isRecord = (value: unknown): value is Fields => typeof value === 'object' && value !== null

const listOf = <Item>(value: unknown, parse: (entry: unknown) => Item | undefined) =>
  (Array.isArray(value) ? value : []).map(parse).filter((item) => item !== undefined)

const timeOf = (value: unknown) => (typeof value === 'number' ? value : 0)

const optional = (value: unknown) => (typeof value === 'string' ? value : undefined)

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []

const mfaTypes = (value: unknown) =>
  texts(value).filter((type) => type === 'SMS' || type === 'TOTP' || type === 'EMAIL')
