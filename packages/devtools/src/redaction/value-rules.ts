import type {
  AuthFailure,
  AuthUser,
  Challenge,
  CodeDelivery,
  Contact,
  NewDevice,
  RedirectInput,
} from '@authchart/machine'
import type { Fields } from './rules.ts'

/*
 * Rules for the values that occur in several places. Names and addresses of users are not secret, but they
 * are not needed to follow a flow: of a user only the username and the id are shown.
 */

export const user: Fields<AuthUser> = {
  kind: 'show',
  username: 'show',
  userId: 'show',
  email: 'hide',
  name: 'hide',
  groups: 'show',
  provider: 'show',
  claims: 'names',
}

export const failureRule = {
  code: 'show',
  message: 'show',
  field: 'show',
  rule: 'show',
  attribute: 'show',
  said: 'show',
  reason: 'show',
  retryable: 'show',
  retryAt: 'show',
  cause: 'hide',
} as const satisfies Fields<AuthFailure>

const { cause: _cause, ...shown } = failureRule

/** A failure in an emitted event. */
export const saidFailure = shown

/** What a sign-in begins with. */
export const signInInput = {
  username: 'show',
  password: 'secret',
  factor: 'show',
  authFlowType: 'show',
  validationData: 'names',
  clientMetadata: 'names',
} as const

export const challenge: Fields<Challenge> & { type: 'show' } = {
  type: 'show',
  kind: 'show',
  factor: 'show',
  factors: 'show',
  rejected: 'show',
  request: 'hide',
  mfaType: 'show',
  destination: 'show',
  deviceName: 'show',
  parameters: 'names',
  options: 'show',
  missingAttributes: 'show',
  providedAttributes: 'show',
  name: 'show',
  username: 'show',
  session: 'secret',
  issuedAt: 'show',
}

export const delivery: Fields<CodeDelivery> = {
  medium: 'show',
  destination: 'show',
  attribute: 'show',
}
export const contact: Fields<Contact> = { attribute: 'show', value: 'hide' }
export const newDevice: Fields<NewDevice> = { key: 'hide', groupKey: 'hide' }
export const metadata = { clientMetadata: 'names' } as const
export const mfaPreference = { SMS: 'show', TOTP: 'show', EMAIL: 'show', PASSKEY: 'show' } as const

export const redirect: Fields<RedirectInput> = {
  provider: 'show',
  idpIdentifier: 'show',
  loginHint: 'hide',
  lang: 'show',
  prompt: 'show',
  customState: 'hide',
}

const reading = { isLoading: 'show', failure: failureRule } as const
export const account = {
  profile: {
    ...reading,
    data: { attributes: 'names', mfa: { enabled: 'show', preferred: 'show' } },
  },
  devices: {
    ...reading,
    data: {
      each: {
        key: 'hide',
        name: 'show',
        isCurrent: 'show',
        isRemembered: 'show',
        lastIpAddress: 'hide',
        lastAuthenticatedAt: 'show',
      },
    },
  },
  passkeys: {
    ...reading,
    data: { each: { id: 'hide', name: 'show', rpId: 'show', createdAt: 'show' } },
  },
  factors: { ...reading, data: 'show' },
} as const
