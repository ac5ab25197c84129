import { UnsecuredJWT } from 'jose'
import type { Sandbox } from '../../src/index.ts'
import { createClient, errorOf, type Reply } from './client.ts'

export const google = 'accounts.google.com'
export const facebook = 'graph.facebook.com'
export const developer = 'login.sandbox.developer'

/** The members of responses that tests read. */
interface Body {
  readonly __type?: string
  readonly message?: string
  readonly IdentityId: string
  readonly Token: string
  readonly NextToken?: string
  readonly Credentials: {
    readonly AccessKeyId: string
    readonly SecretKey: string
    readonly SessionToken: string
    readonly Expiration: number
  }
}

export type IdentityReply = Pick<Reply, 'status' | 'headers'> & { readonly body: Body }

export type Logins = Readonly<Record<string, string>>

/** The parts of an error response without its status, which is always 400. */
export function rejection(reply: IdentityReply): unknown[] {
  const [status, ...rest] = errorOf(reply as unknown as Reply)
  return status === 400 ? rest : [status, ...rest]
}

/** Sends operations of Federated Identities to a sandbox; AWS's service model checks them. */
export function createIdentityClient(sandbox: Sandbox) {
  const client = createClient(sandbox)
  const { identityPoolId: IdentityPoolId, region, userPoolId } = sandbox.config
  const userPool = `cognito-idp.${region}.amazonaws.com/${userPoolId}`

  const call = async (operation: string, request: object, signed = false) => {
    const target = `AWSCognitoIdentityService.${operation}`
    return (await client.raw(target, JSON.stringify(request), signed)) as unknown as IdentityReply
  }

  /** An operation of a back end, on the pool. */
  const signed = (operation: string, request: object = {}) =>
    call(operation, { IdentityPoolId, ...request }, true)

  const getId = (Logins?: Logins) => call('GetId', { IdentityPoolId, ...(Logins && { Logins }) })

  const identityId = async (Logins?: Logins) => (await getId(Logins)).body.IdentityId

  const credentials = (IdentityId: string, Logins?: Logins, CustomRoleArn?: string) =>
    call('GetCredentialsForIdentity', {
      IdentityId,
      ...(Logins && { Logins }),
      ...(CustomRoleArn && { CustomRoleArn }),
    })

  /** The ID token of a new user of the user pool, as a login. */
  const userPoolLogin = async (username?: string): Promise<Logins> => {
    const { IdToken } = await client.signedIn(username)
    return { [userPool]: IdToken }
  }

  /** A token of a fake OpenID provider, valid for `seconds`. */
  const openIdToken = (sub: string, seconds = 3600): string => {
    const now = Math.floor(sandbox.clock.now() / 1000)
    return new UnsecuredJWT({ sub }).setExpirationTime(now + seconds).encode()
  }

  const setPool = (options: object) => client.control('PATCH', '/identity-pool', options)

  return {
    client,
    userPool,
    call,
    signed,
    getId,
    identityId,
    credentials,
    userPoolLogin,
    openIdToken,
    setPool,
  }
}

export type IdentityClient = ReturnType<typeof createIdentityClient>
