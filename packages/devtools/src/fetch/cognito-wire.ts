import type { KnownSecrets } from '../redaction/known-secrets.ts'

/** What the trace may show of a request to Cognito. */
export interface CognitoRequest {
  /** e.g. `InitiateAuth`; `oauth2/token` for the token endpoint of the hosted UI. */
  readonly operation: string
  readonly variant: string | null
  readonly bytes: number
}

/** What the trace may show of a response of Cognito. */
export interface CognitoAnswer {
  readonly status: number
  readonly errorType: string | null
  readonly challengeName: string | null
  readonly requestId: string | null
  readonly bytes: number
}

const target = /^AWSCognitoIdentity(?:Provider)?Service\.(\w{1,80})$/
const oauthPath = /\/(oauth2\/(?:token|revoke|userInfo))$/
const hostedUiHost = /(?:\.amazoncognito\.com|^localhost|^127\.0\.0\.1|^\[::1\])$/

/** Members whose values are secrets, in requests and in answers. */
const secretMembers: ReadonlySet<string> = new Set([
  ...['Password', 'PreviousPassword', 'ProposedPassword', 'PASSWORD', 'NEW_PASSWORD'],
  ...['Code', 'ConfirmationCode', 'UserCode', 'SMS_MFA_CODE', 'SOFTWARE_TOKEN_MFA_CODE'],
  ...['EMAIL_OTP_CODE', 'ANSWER', 'SecretCode', 'Session', 'SECRET_HASH', 'SECRET_BLOCK'],
  ...['AccessToken', 'IdToken', 'RefreshToken', 'Token', 'REFRESH_TOKEN', 'SecretKey'],
  ...['SessionToken', 'PasswordVerifier', 'PASSWORD_CLAIM_SIGNATURE'],
  ...['access_token', 'id_token', 'refresh_token', 'code', 'code_verifier'],
])

/**
 * The operation of a request by its `x-amz-target`, or by the token endpoint of a hosted UI;
 * `undefined` for what does not go to Cognito. `origins`: of hosted UIs with a domain of their own.
 */
export function operationOf(
  address: string,
  headers: Headers,
  origins: readonly string[],
): string | undefined {
  const named = target.exec(headers.get('x-amz-target') ?? '')?.[1]
  if (named) return named
  try {
    const { pathname, hostname, origin } = new URL(address)
    if (!hostedUiHost.test(hostname) && !origins.includes(origin)) return undefined
    return oauthPath.exec(pathname)?.[1]
  } catch {
    // A relative address; and React Native has no `URL.canParse` to ask first.
    return undefined
  }
}

/** Reads the operation's variant from the body, and notes the secrets in it. */
export function readRequest(
  operation: string,
  body: string | undefined,
  secrets: KnownSecrets,
): CognitoRequest {
  const fields = parse(body ?? '')
  // The answer there is the name of a factor, which later requests ask by.
  const isChoice = fields.ChallengeName === 'SELECT_MFA_TYPE'
  noteSecrets(isChoice ? { Session: fields.Session } : fields, secrets)
  const variant = wordOf(fields.ChallengeName) ?? wordOf(fields.AuthFlow)
  return { operation, variant, bytes: body?.length ?? 0 }
}

export function readAnswer(
  { status, headers }: Response,
  body: string,
  secrets: KnownSecrets,
): CognitoAnswer {
  const fields = parse(body)
  noteSecrets(fields, secrets)
  const isError = status >= 400
  const type = fields.__type ?? headers.get('x-amzn-errortype') ?? fields.error
  return {
    status,
    errorType: isError ? wordOf(bareName(type)) : null,
    challengeName: wordOf(fields.ChallengeName),
    requestId: wordOf(headers.get('x-amzn-requestid')),
    bytes: body.length,
  }
}

/** `com.amazonaws.x#NotAuthorizedException:http://…` → `NotAuthorizedException`. */
const bareName = (type: unknown) =>
  typeof type === 'string' ? type.slice(0, 200).split(':')[0]?.split('#').at(-1) : undefined

/** A name, and nothing that could be anything else. */
const wordOf = (value: unknown): string | null =>
  typeof value === 'string' && /^[\w-]{1,64}$/.test(value) ? value : null

function noteSecrets(value: unknown, secrets: KnownSecrets) {
  if (typeof value !== 'object' || value === null) return
  for (const [key, part] of Object.entries(value)) {
    if (typeof part === 'string' && secretMembers.has(key)) secrets.noteText(part)
    else noteSecrets(part, secrets)
  }
}

function parse(body: string): Readonly<Record<string, unknown>> {
  try {
    const json: unknown = JSON.parse(body)
    return typeof json === 'object' && json !== null ? { ...json } : {}
  } catch {
    // Requests to the hosted UI have a form as their body.
    return body.includes('=') ? Object.fromEntries(new URLSearchParams(body)) : {}
  }
}
