import { toFailure } from '../../errors/failure.ts'
import type { FailureField, Rejection } from '../../errors/failure-table.ts'
import type { CognitoError } from '../errors.ts'
import type { Operation } from '../operations.ts'
import { awsRejection } from './aws-errors.ts'
import { memberRejections } from './member-rejections.ts'
import { rejectionByMessage } from './message-rejections.ts'

/** The members of a request that the user may have typed, and the challenge that it answers. */
interface Typed {
  readonly ChallengeName?: string
  readonly Username?: string
  readonly Password?: string
  readonly ProposedPassword?: string
  readonly AuthParameters?: object
  readonly UserAttributes?: readonly { readonly Name: string; readonly Value: string }[]
  readonly ChallengeResponses?: Readonly<Record<string, string>>
}

/** The fields of the screens that send each operation, without attributes. */
const typedFields: Readonly<Partial<Record<Operation, readonly FailureField[]>>> = {
  InitiateAuth: ['username', 'password'],
  RespondToAuthChallenge: ['username', 'password', 'code', 'answer', 'email'],
  SignUp: ['username', 'password'],
  ConfirmSignUp: ['code'],
  ForgotPassword: ['username'],
  ConfirmForgotPassword: ['code', 'password'],
  VerifySoftwareToken: ['code', 'deviceName'],
  VerifyUserAttribute: ['code'],
  ChangePassword: ['previousPassword', 'password'],
}

/**
 * What a rejection means for the user who typed the request: the field, the attribute and the rule, when
 * the failure table does not know them. When a message has several errors, the first one that the user
 * can correct counts.
 *
 * @param message of the service, not yet redacted or cut
 */
export function readRejection(
  operation: Operation,
  sent: object,
  error: CognitoError,
  message: string,
): Rejection | undefined {
  const request: Typed = sent
  if (request.ChallengeName === 'WEB_AUTHN' && isRejected(error)) {
    return { code: 'passkeyNotAccepted', endsChallenge: true, field: undefined }
  }
  const isOnScreen = (field: FailureField | undefined) =>
    field !== undefined &&
    (field.startsWith('attributes.') || typedFields[operation]?.includes(field) === true)

  const broken = isForm.test(error.name) ? brokenMembers(message, request) : []
  const first = broken.find(({ field }) => isOnScreen(field)) ?? broken[0]
  const rejection =
    first ?? rejectionByMessage(error) ?? awsRejection(error.name) ?? whereTyped(error, request)
  const { field } = { ...toFailure(error), ...rejection }
  return field && !isOnScreen(field) ? { ...rejection, field: undefined } : rejection
}

/** Cognito has no exception of its own for a passkey that it does not accept. */
function isRejected(error: CognitoError): boolean {
  const { code } = toFailure(error)
  return code === 'notAuthorized' || code === 'incorrectCredentials'
}

/** The exceptions for a member of a request that is not valid. */
const isForm = /^(?:InvalidParameter(?:Value)?|Validation)(?:Exception|Error)?$/

/** The attribute of the message, and the field where it was typed. */
function whereTyped(error: CognitoError, request: Typed): Rejection | undefined {
  const { attribute } = toFailure(error)
  if (attribute && hasAttributes(request)) return { field: `attributes.${attribute}` }
  const contact = contactIn(error.message)
  const field = contact && fieldOf(contact, request)
  return field ? { attribute: contact, field } : undefined
}

const contactCodes: ReadonlyMap<string, string> = new Map([
  ['email', 'invalidEmail'],
  ['phone_number', 'invalidPhoneNumber'],
])

/** `Invalid phone number format.`, `An account with the given email already exists.` */
function contactIn(message: string): string | undefined {
  const [, format, taken] =
    /^Invalid (email|phone)|account with the (?:given )?(\w+) already/.exec(message) ?? []
  return format === 'phone' ? 'phone_number' : (format ?? taken)
}

const hasAttributes = ({ UserAttributes, ChallengeResponses }: Typed) =>
  UserAttributes !== undefined || ChallengeResponses?.NEW_PASSWORD !== undefined

/** The field where an attribute was typed. */
function fieldOf(
  attribute: string,
  { Username, UserAttributes = [], ChallengeResponses = {} }: Typed,
): FailureField | undefined {
  const sent = UserAttributes.find(({ Name }) => Name === attribute)
  // An e-mail that is also the user name is typed once.
  if (sent) return sent.Value === Username ? 'username' : `attributes.${attribute}`
  if (Object.hasOwn(ChallengeResponses, `userAttributes.${attribute}`)) {
    return `attributes.${attribute}`
  }
  return attribute === 'email' && 'EMAIL' in ChallengeResponses ? 'email' : undefined
}

/** `1 validation error detected: Value at 'username' failed to satisfy constraint: Member must …`. */
const validationError = /at '([^']+)' failed to satisfy constraint: ([^;]*)/g

function brokenMembers(message: string, request: Typed): readonly Rejection[] {
  const [, missing] = /^Missing required parameter (\w+)/.exec(message) ?? []
  const errors = missing ? [[message, missing, 'null']] : [...message.matchAll(validationError)]
  return errors.flatMap(([, path = '', constraint = '']) => {
    const rejection = rejectionOf(path, request)
    return rejection ? [inWords(rejection, constraint, request)] : []
  })
}

function rejectionOf(path: string, request: Typed): Rejection | undefined {
  const [, index, named] = /userAttributes\.(?:(\d+)|((?:custom:)?\w{1,64}))/.exec(path) ?? []
  const attribute = index ? request.UserAttributes?.[Number(index) - 1]?.Name : named
  if (attribute) {
    const code = contactCodes.get(attribute) ?? 'invalidAttribute'
    return { code, attribute, field: fieldOf(attribute, request) }
  }
  const name = path
    .replace(/\.member$/, '')
    .replace(/^.*\./, '')
    .replaceAll('_', '')
    .toLowerCase()
  const isKnownPassword = name === 'password' && request.AuthParameters
  return isKnownPassword
    ? { code: 'incorrectCredentials', field: 'password' }
    : memberRejections.get(name)
}

/** Replaces Cognito's regular expression by a sentence for users. */
function inWords(
  rejection: Rejection,
  constraint: string,
  { ChallengeResponses, ProposedPassword, Password = ProposedPassword }: Typed,
): Rejection {
  const { code, field } = rejection
  if (!field) return rejection
  const isNewPassword = code === 'invalidPassword'
  // The expression for passwords also requires two characters.
  const typed = isNewPassword ? (Password ?? ChallengeResponses?.NEW_PASSWORD) : undefined
  const isShort = constraint.includes('greater than') || (typed ?? '--').length < 2
  const [what, rule] = constraint.includes('null')
    ? (['is missing'] as const)
    : isShort
      ? (['is too short', 'minLength'] as const)
      : constraint.includes('less than')
        ? (['is too long', 'maxLength'] as const)
        : (['has a form that is not accepted', 'trimmed'] as const)
  const label = field
    .replace('attributes.', '')
    .replaceAll(/[A-Z]/g, ' $&')
    .replaceAll('_', ' ')
    .toLowerCase()
  return { ...rejection, message: `The ${label} ${what}.`, ...(isNewPassword && rule && { rule }) }
}
