import { awsHost } from '../transport/aws-host.ts'
import { type ConfigReader, regionExample, toHttpUrl, toRegion } from './config-reader.ts'

/** The identity pool, for AWS credentials. */
export interface IdentityPoolConfig {
  /** e.g. `us-east-1:12345678-1234-1234-abcd-1234567890ab`; `undefined` when none is configured. */
  readonly identityPoolId: string | undefined
  /** A URL instead of `https://cognito-identity.<region>.amazonaws.com/`. */
  readonly identityEndpoint: string
  /** Guests get no AWS credentials. */
  readonly mandatorySignIn: boolean
}

/** The region is `identityPoolRegion`, or by default the part of the pool's id before `:`. */
export function parseIdentityPool(read: ConfigReader, userPoolRegion: string): IdentityPoolConfig {
  const identityPoolId = read.parsed(
    ['identityPoolId', 'identity_pool_id', 'aws_cognito_identity_pool_id'],
    (id) => (/^[a-z\d]+(?:-[a-z\d]+)*:[\da-f-]+$/i.test(id) ? id : undefined),
    'like "us-east-1:12345678-1234-1234-abcd-1234567890ab"',
  )
  const ownRegion = identityPoolId?.split(':', 1)[0]
  const region =
    read.parsed(['identityPoolRegion'], toRegion, regionExample) ?? ownRegion ?? userPoolRegion
  const endpoint = read.parsed(
    ['identityEndpoint', 'identityPoolEndpoint'],
    toHttpUrl,
    'a URL of http or https',
  )
  if (ownRegion !== undefined && region !== ownRegion && endpoint === undefined) {
    read.fail(['identityPoolRegion'], `"${region}", but the pool is in "${ownRegion}"`)
  }
  return {
    identityPoolId,
    identityEndpoint: endpoint ?? `https://${awsHost('cognito-identity', region)}/`,
    mandatorySignIn: parseMandatorySignIn(read),
  }
}

/** Some shapes say that sign-in is mandatory, others that guests are allowed. */
function parseMandatorySignIn(read: ConfigReader): boolean {
  const said = read.flag('mandatorySignIn')
  const isGuestAllowed = read.flag('allowGuestAccess', 'unauthenticated_identities_enabled')
  const exported = read.text('aws_mandatory_sign_in')
  return said ?? (isGuestAllowed === false || exported === 'enable')
}
