import type { JWTPayload } from 'jose'
import type { OperationContext } from '../../operation.ts'
import { runTrigger } from '../../triggers/run-trigger.ts'
import { triggerAttributes } from '../../triggers/trigger-attributes.ts'
import type { TriggerSource } from '../../triggers/trigger-events.ts'
import { readableAttributes } from '../users/attributes.ts'
import { groupConfiguration } from '../users/groups.ts'
import type { Attributes, User } from '../users/user.ts'
import { scopedAttributes } from './scopes.ts'

/** How the tokens came about, for the pre token generation trigger. */
export type TokenSource = TriggerSource<'preTokenGeneration'>

/** The claims about the user, without identity and times. */
export interface TokenClaims {
  /** In both tokens. */
  readonly groups: JWTPayload
  readonly id: JWTPayload
}

/** Claims that the trigger can neither set nor suppress. */
const reserved = new Set([
  'acr',
  'amr',
  'at_hash',
  'aud',
  'auth_time',
  'azp',
  'event_id',
  'exp',
  'iat',
  'identities',
  'iss',
  'jti',
  'nbf',
  'nonce',
  'origin_jti',
  'sub',
  'token_use',
])

const isReserved = (name: string) => reserved.has(name) || name.startsWith('cognito:')

/** The claims of a user's tokens for some scopes, after the pre token generation trigger. */
export async function tokenClaims(
  context: OperationContext,
  user: User,
  source: TokenSource,
  scopes?: readonly string[] | undefined,
): Promise<TokenClaims> {
  const { state } = context
  const configuration = groupConfiguration(state, user)
  const response = await runTrigger(context, 'preTokenGeneration', source, user, {
    userAttributes: triggerAttributes(user),
    groupConfiguration: configuration,
  })
  const {
    claimsToAddOrOverride = {},
    claimsToSuppress = [],
    groupOverrideDetails = configuration,
  } = response?.claimsOverrideDetails ?? {}
  const { groupsToOverride = [], iamRolesToOverride = [], preferredRole } = groupOverrideDetails
  const { identities, ...attributes } = readableAttributes(state.options, user.attributes)
  const own = attributeClaims(scopedAttributes(scopes, attributes))
  const added = Object.entries({ ...own, ...withoutReserved(claimsToAddOrOverride) })
  return {
    groups: groupsToOverride.length > 0 ? { 'cognito:groups': groupsToOverride } : {},
    id: {
      ...Object.fromEntries(added.filter(([name]) => !claimsToSuppress.includes(name))),
      ...(identities !== undefined && { identities: identityClaims(identities) }),
      ...(iamRolesToOverride.length > 0 && { 'cognito:roles': iamRolesToOverride }),
      ...(preferredRole && { 'cognito:preferred_role': preferredRole }),
    },
  }
}

const withoutReserved = (claims: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(claims).filter(([name]) => !isReserved(name)))

/** The attribute as a claim: a list whose values are strings. */
function identityClaims(identities: string) {
  const list: unknown = JSON.parse(identities)
  return Array.isArray(list) ? list.map(withTexts) : []
}

const withTexts = (identity: object) =>
  Object.fromEntries(
    Object.entries(identity).map(([name, value]) => [name, value === null ? null : String(value)]),
  )

const attributeClaims = (attributes: Attributes) =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => {
      if (name === 'email_verified' || name === 'phone_number_verified') {
        return [name, value === 'true']
      }
      return [name, name === 'address' ? { formatted: value } : value]
    }),
  )
