import { type Settings, settings } from './config-reader.ts'

export interface ConfigShape {
  readonly name: string
  readonly find: (config: Settings) => Settings | undefined
  readonly keys: {
    readonly userPoolId: string
    readonly clientId: string
    readonly region: string
    readonly endpoint: string
  }
  /** A tool has written it, and may write more settings than are known here. */
  readonly isGenerated?: boolean
}

/** The known shapes: where each has its settings, and their names. The first match wins. */
export const configShapes: readonly ConfigShape[] = [
  {
    name: 'amplify_outputs.json',
    isGenerated: true,
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
      if (auth && ('Cognito' in auth || (!('userPoolId' in auth) && isExports(config)))) {
        return undefined
      }
      return auth
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
    isGenerated: true,
    // Settings in `Auth` come first, e.g. `cookieStorage` or a user pool.
    find: (config) => {
      const auth = settings(config.Auth)
      return isExports(config) && !(auth && 'userPoolId' in auth)
        ? { ...config, ...auth }
        : undefined
    },
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
