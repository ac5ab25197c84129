import { ConfigError } from '../config-error.ts'
import { type CookieAttributes, parseCookieOptions } from '../cookies/cookie-options.ts'
import type { AuthFlowType, PasswordPolicy } from '../ports/index.ts'
import { awsHost } from './aws-host.ts'
import { ConfigReader, type Settings, settings, toHttpUrl, typeOf } from './config-reader.ts'
import { type HostedUiConfig, parseHostedUi } from './hosted-ui-config.ts'
import { type IdentityPoolConfig, parseIdentityPool } from './identity-pool-config.ts'
import { parsePasswordPolicy } from './password-policy-config.ts'

/** A user pool and how to reach it: our own shape, and the sandbox's JSON line as it is. */
export interface CognitoConfig extends IdentityPoolConfig {
  /** e.g. `us-east-1`; the part of the pool id before `_` unless told. */
  readonly region: string
  /** e.g. `us-east-1_AbCdEf123`. */
  readonly userPoolId: string
  readonly userPoolClientId: string
  /** Instead of `https://cognito-idp.<region>.amazonaws.com/`. */
  readonly endpoint: string
  readonly authenticationFlowType: AuthFlowType
  /** Cognito's default where the configuration has none. */
  readonly passwordPolicy: PasswordPolicy
  /** Tokens rest in cookies with these attributes, where the configuration has any. */
  readonly cookieStorage: CookieAttributes | undefined
  /** `undefined` where none is configured. */
  readonly hostedUi: HostedUiConfig | undefined
}

/** Where each known shape keeps its settings and how it names them. First match wins. */
const shapes: readonly {
  name: string
  find: (config: Settings) => Settings | undefined
  keys: { userPoolId: string; clientId: string; region: string; endpoint: string }
}[] = [
  {
    name: 'amplify_outputs.json',
    find: (config) => settings(config.auth),
    keys: {
      userPoolId: 'user_pool_id',
      clientId: 'user_pool_client_id',
      region: 'aws_region',
      endpoint: 'user_pool_endpoint',
    },
  },
  {
    name: 'Amplify.configure({ Auth: { Cognito } })',
    find: (config) => settings(settings(config.Auth)?.Cognito),
    keys: {
      userPoolId: 'userPoolId',
      clientId: 'userPoolClientId',
      region: 'region',
      endpoint: 'userPoolEndpoint',
    },
  },
  {
    name: 'Amplify.configure({ Auth })',
    find: (config) => {
      const auth = settings(config.Auth)
      return auth && !('userPoolId' in auth) && isExports(config) ? undefined : auth
    },
    keys: {
      userPoolId: 'userPoolId',
      clientId: 'userPoolWebClientId',
      region: 'region',
      endpoint: 'endpoint',
    },
  },
  {
    name: 'aws-exports.js',
    // What `Auth` says beside it comes first, e.g. `cookieStorage`.
    find: (config) => (isExports(config) ? { ...config, ...settings(config.Auth) } : undefined),
    keys: {
      userPoolId: 'aws_user_pools_id',
      clientId: 'aws_user_pools_web_client_id',
      region: 'aws_cognito_region',
      endpoint: 'endpoint',
    },
  },
  {
    name: '{ userPoolId, userPoolClientId }',
    find: (config) => ('userPoolId' in config ? config : undefined),
    keys: {
      userPoolId: 'userPoolId',
      clientId: 'userPoolClientId',
      region: 'region',
      endpoint: 'endpoint',
    },
  },
]

const isExports = (config: Settings) =>
  'aws_user_pools_id' in config || 'aws_cognito_identity_pool_id' in config

/** What the AWS libraries accept too. */
const poolIdPattern = /^[\w-]+_[0-9a-zA-Z]+$/

/**
 * Reads a configuration in any shape that Amplify's users have: `amplify_outputs.json`,
 * `aws-exports.js`, `Amplify.configure`'s of v1 to v6, or our own.
 *
 * @throws ConfigError that says which setting is missing or wrong.
 */
export function parseConfig(config: unknown): CognitoConfig {
  const root = settings(config)
  if (!root) throw new ConfigError(`The configuration is ${typeOf(config)}, not an object. ${help}`)
  for (const { name, find, keys } of shapes) {
    const found = find(root)
    if (found) return parse(name, found, keys)
  }
  const keys = Object.keys(root).join(', ') || 'nothing'
  throw new ConfigError(`The configuration has ${keys}: none of the shapes we know. ${help}`)
}

const help = `Known are: ${shapes.map(({ name }) => name).join(', ')}.`

function parse(
  shape: string,
  found: Settings,
  keys: { userPoolId: string; clientId: string; region: string; endpoint: string },
): CognitoConfig {
  const read = new ConfigReader(shape, found)
  const userPoolId = read.required(keys.userPoolId)
  if (!poolIdPattern.test(userPoolId)) {
    read.fail([keys.userPoolId], `"${userPoolId}", which is not like "us-east-1_AbCdEf123"`)
  }
  const region = read.text(keys.region) ?? userPoolId.slice(0, userPoolId.lastIndexOf('_'))
  return {
    region,
    userPoolId,
    userPoolClientId: read.required(keys.clientId),
    endpoint:
      read.parsed([keys.endpoint], toHttpUrl, 'a URL of http or https') ??
      `https://${awsHost('cognito-idp', region)}/`,
    authenticationFlowType: parseFlow(read),
    passwordPolicy: parsePasswordPolicy(found),
    cookieStorage: found.cookieStorage ? parseCookieOptions(found.cookieStorage) : undefined,
    hostedUi: parseHostedUi(read),
    ...parseIdentityPool(read, region),
  }
}

function parseFlow(read: ConfigReader): AuthFlowType {
  const flow = read.text('authenticationFlowType') ?? 'USER_SRP_AUTH'
  if (flow === 'USER_SRP_AUTH' || flow === 'USER_PASSWORD_AUTH' || flow === 'CUSTOM_AUTH') {
    return flow
  }
  return read.fail(
    ['authenticationFlowType'],
    `"${flow}"; known are USER_SRP_AUTH, USER_PASSWORD_AUTH and CUSTOM_AUTH`,
  )
}
