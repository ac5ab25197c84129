import type { AuthUser } from '@authchart/machine'
import { answers } from '../catalogue/answers.ts'
import { passkey, person } from '../catalogue/person.ts'
import { type Exchange, rejects, responds } from './exchange.ts'
import { credentialsBody, device, resultOf } from './exchanges-of.ts'
import type { Moment } from './pool.ts'
import { claimsOf, ownerOf, tokensOf } from './tokens.ts'

/** The body of a request, not to be trusted. */
export type RequestBody = Readonly<Record<string, unknown>>

const item = ([Name, Value]: [string, unknown]) => ({ Name, Value })

/** The responses to requests that apps send of their own accord. */
const bodies: Readonly<Record<string, (body: RequestBody, moment: Moment) => object | undefined>> =
  {
    // An account with which all can be done that walks do: a name to remove, a contact to verify …
    GetUser: ({ AccessToken }) => {
      const { username, sub } = claimsOf(AccessToken)
      const { name, email } = person
      const attributes = { sub, name, email, email_verified: 'false' }
      return { Username: username, UserAttributes: Object.entries(attributes).map(item) }
    },
    // … a device to remember …
    ListDevices: () => ({
      Devices: [
        {
          DeviceKey: device.key,
          DeviceAttributes: Object.entries({
            device_name: 'A browser',
            'dev:device_remembered_status': 'not_remembered',
          }).map(item),
        },
      ],
    }),
    // … and a passkey to delete.
    ListWebAuthnCredentials: () => ({
      Credentials: [
        {
          CredentialId: passkey.id,
          FriendlyCredentialName: passkey.name,
          RelyingPartyId: passkey.rpId,
          AuthenticatorTransports: ['internal'],
          CreatedAt: (passkey.createdAt ?? 0) / 1000,
        },
      ],
    }),
    // In the background, after a sign-in.
    StartWebAuthnRegistration: (_, { now }) => ({
      CredentialCreationOptions: JSON.parse(
        answers.startPasskeyRegistration['a request'](now).request,
      ),
    }),
    GetUserAuthFactors: ({ AccessToken }) => ({
      Username: claimsOf(AccessToken).username,
      ConfiguredUserAuthFactors: ['PASSWORD', 'WEB_AUTHN'],
    }),
    GetTokensFromRefreshToken: ({ RefreshToken }, moment) => {
      const owner = ownerOf(RefreshToken)
      return owner && { AuthenticationResult: resultOf(renewed(owner, moment)) }
    },
    RevokeToken: () => ({}),
    GetId: () => ({ IdentityId: person.identityId }),
    GetCredentialsForIdentity: (_, { now }) => credentialsBody(now),
  }

const renewed = (
  { user, deviceKey }: { readonly user: AuthUser; readonly deviceKey?: string },
  moment: Moment,
) => tokensOf(user, moment, { deviceKey })

/** Whether apps send it of their own accord, so that it has a default response. */
export function hasDefault(operation: string): boolean {
  return operation in bodies
}

/** The response to a request that no walk has prepared. */
export function defaultExchange(operation: string, request: RequestBody, moment: Moment): Exchange {
  const body = bodies[operation]?.(request, moment)
  if (body) return responds(operation, body)
  return rejects(operation, 'InternalErrorException', `No response is prepared for ${operation}`)
}
