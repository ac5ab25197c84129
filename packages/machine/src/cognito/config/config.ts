import { type CookieAttributes, parseCookieOptions } from '../../adapters/cookies/cookie-options.ts'
import { ConfigError } from '../../errors/auth-errors.ts'
import type {
  AuthFlowType,
  FormSettings,
  PasswordlessSettings,
  PasswordPolicy,
} from '../../ports/index.ts'
import { awsHost } from '../transport/aws-host.ts'
import { isAuthFlow, knownFlows } from './auth-flow.ts'
import {
  ConfigReader,
  regionExample,
  type Settings,
  settings,
  toHttpUrl,
  toRegion,
  typeOf,
} from './config-reader.ts'
import { type ConfigShape, configShapes } from './config-shapes.ts'
import { parseFormSettings } from './form-settings-config.ts'
import { type HostedUiConfig, parseHostedUi } from './hosted-ui-config.ts'
import { type IdentityPoolConfig, parseIdentityPool } from './identity-pool-config.ts'
import { parsePasswordPolicy } from './password-policy-config.ts'
import { parsePasswordless } from './passwordless-config.ts'

/** A parsed configuration: the user pool, its endpoint, and the optional parts. */
export interface CognitoConfig extends IdentityPoolConfig {
  /** e.g. `us-east-1`; by default the part of the pool id before `_`. */
  readonly region: string
  /** e.g. `us-east-1_AbCdEf123`. */
  readonly userPoolId: string
  readonly userPoolClientId: string
  /** A URL instead of `https://cognito-idp.<region>.amazonaws.com/`. */
  readonly endpoint: string
  readonly authenticationFlowType: AuthFlowType
  /** `undefined`: a password is the only first factor. */
  readonly passwordless: PasswordlessSettings | undefined
  /** Cognito's default when the configuration has none. */
  readonly passwordPolicy: PasswordPolicy
  /** What signs a user in, and the attributes of a sign-up. */
  readonly formSettings: FormSettings
  /** The attributes of the cookies that store the tokens, when configured. */
  readonly cookieStorage: CookieAttributes | undefined
  /** `undefined` when none is configured. */
  readonly hostedUi: HostedUiConfig | undefined
}

/** A region and a pool name. */
const poolIdPattern = /^[a-z\d]+(?:-[a-z\d]+)*_[\da-z]+$/i

const awsRegion = /^[a-z]+(?:-[a-z]+)+-\d+$/i

/**
 * Parses a configuration in one of the known shapes: `amplify_outputs.json`, `aws-exports.js`, the argument
 * of `Amplify.configure` of v1 to v6, or our own.
 *
 * @throws ConfigError that names the missing or wrong setting.
 */
export function parseConfig(config: unknown): CognitoConfig {
  const root = settings(config)
  if (!root) {
    const call = config === undefined ? ': call createAuth({ config })' : ', not an object'
    throw new ConfigError(`The configuration is ${typeOf(config)}${call}. ${help}`)
  }
  const [first, ...others] = configShapes.flatMap((shape) => {
    const found = shape.find(root)
    return found ? [{ shape, found }] : []
  })
  if (first) {
    for (const other of others) rejectAnother(first, other)
    return parse(first)
  }
  const keys = Object.keys(root).join(', ') || 'nothing'
  const hint =
    'default' in root ? 'It is a module: give its default. ' : 'then' in root ? 'Await it. ' : ''
  throw new ConfigError(`The configuration has ${keys}: none of the shapes we know. ${hint}${help}`)
}

const help = `Known are: ${configShapes.map(({ name }) => name).join(', ')}.`

interface FoundShape {
  readonly shape: ConfigShape
  readonly found: Settings
}

/** A configuration may have two shapes, e.g. for two versions of a library, but not two user pools. */
function rejectAnother(first: FoundShape, other: FoundShape): void {
  const [pool, otherPool] = [first, other].map(({ shape: { keys }, found }) =>
    [found[keys.userPoolId], found[keys.clientId]].join(', '),
  )
  if (pool === otherPool) return
  throw new ConfigError(
    `${first.shape.name} has ${pool}, but ${other.shape.name} has ${otherPool}: leave one out`,
  )
}

function parse({ shape, found }: FoundShape): CognitoConfig {
  const { name, keys, isGenerated } = shape
  const read = new ConfigReader(name, found)
  const userPoolId = read.required(keys.userPoolId)
  if (!poolIdPattern.test(userPoolId)) {
    read.fail([keys.userPoolId], `"${userPoolId}", which is not like "us-east-1_AbCdEf123"`)
  }
  const ownRegion = userPoolId.slice(0, userPoolId.lastIndexOf('_'))
  const region = read.parsed([keys.region], toRegion, regionExample) ?? ownRegion
  const endpoint = read.parsed([keys.endpoint], toHttpUrl, 'a URL of http or https')
  // A replica of a pool is in another Region, and has its own endpoint.
  if (region !== ownRegion && endpoint === undefined) {
    read.fail([keys.region], `"${region}", but the pool is in "${ownRegion}"`)
  }
  // Without an endpoint the region is part of AWS's host name: no request would reach a mistyped one.
  if (endpoint === undefined && !awsRegion.test(region)) {
    read.fail([keys.userPoolId], `"${userPoolId}", whose region is not like "us-east-1"`)
  }
  const passwordless = parsePasswordless(read)
  const config = {
    region,
    userPoolId,
    userPoolClientId: read.required(keys.clientId),
    endpoint: endpoint ?? `https://${awsHost('cognito-idp', region)}/`,
    authenticationFlowType: parseFlow(read) ?? (passwordless ? 'USER_AUTH' : 'USER_SRP_AUTH'),
    passwordless,
    passwordPolicy: parsePasswordPolicy(read),
    formSettings: parseFormSettings(read),
    cookieStorage: parseCookies(read.value('cookieStorage')),
    hostedUi: parseHostedUi(read),
    ...parseIdentityPool(read, region),
  }
  read.rejectUnknown(isGenerated)
  return config
}

const parseCookies = (value: unknown) => (value ? parseCookieOptions(value) : undefined)

function parseFlow(read: ConfigReader): AuthFlowType | undefined {
  const flow = read.text('authenticationFlowType')
  return flow === undefined || isAuthFlow(flow)
    ? flow
    : read.fail(['authenticationFlowType'], `"${flow}"; ${knownFlows}`)
}
