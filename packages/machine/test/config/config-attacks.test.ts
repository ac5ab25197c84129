import { describe, expect, test } from 'vitest'
import { cookieStorage } from '../../src/adapters/browser/index.ts'
import { parseConfig } from '../../src/cognito/index.ts'
import { ConfigError, createAuth } from '../../src/index.ts'

const pool = { userPoolId: 'us-east-1_AbCdEf123', userPoolClientId: 'abc' }
const identityPoolId = 'us-east-1:12345678-1234-1234-abcd-1234567890ab'
const hosts = [
  'x@evil.example/?',
  'evil.example/',
  'us-east-1.evil.example#',
  'us east',
  'a\\b',
  '../x',
]

describe('what is a part of a host is a name and nothing else', () => {
  test.each(hosts)('%j', (text) => {
    const endpoint = 'http://127.0.0.1:9000/'
    for (const config of [
      { ...pool, region: text },
      { ...pool, region: text, endpoint },
      { ...pool, userPoolId: `${text}_AbCdEf123` },
      { ...pool, identityPoolId, identityPoolRegion: text },
      { ...pool, identityPoolId, identityPoolRegion: text, identityEndpoint: endpoint },
      { ...pool, identityPoolId: identityPoolId.replace('us-east-1', text) },
    ]) {
      expect(() => parseConfig(config)).toThrow(ConfigError)
    }
  })

  test.each(['us-east-1', 'us-gov-west-1', 'cn-north-1', 'eusc-de-east-1', 'us-iso-east-1'])(
    '%s is a region',
    (region) => {
      const { endpoint } = parseConfig({ ...pool, userPoolId: `${region}_AbCdEf123` })
      expect(new URL(endpoint).hostname).toMatch(`cognito-idp.${region}.amazonaws.com`)
    },
  )
})

describe('an endpoint is a URL of a host', () => {
  test.each([
    'https://good.example@evil.example/',
    'https://user:password@evil.example',
    'https://evil.example/?x=',
    'https://evil.example/#',
    'https://evil.example\\.good.example/',
    'https:evil.example',
    'https://a b.example/',
    'ftp://good.example/',
    'javascript:alert(1)',
  ])('%s is none', (endpoint) => {
    expect(() => parseConfig({ ...pool, endpoint })).toThrow(ConfigError)
    const identity = { ...pool, identityPoolId, identityEndpoint: endpoint }
    expect(() => parseConfig(identity)).toThrow(ConfigError)
    expect(() => parseConfig({ ...pool, hostedUi: { domain: endpoint } })).toThrow(ConfigError)
  })

  test.each(['http://127.0.0.1:9000/', 'https://[::1]:9/', 'https://vpce-1.example.com/a/b'])(
    '%s is one',
    (endpoint) => expect(parseConfig({ ...pool, endpoint }).endpoint).toBe(endpoint),
  )
})

test.each(['javascript:alert(1)', 'data:text/html,x', 'https://user:pw@good.example/'])(
  'nothing is redirected to %s',
  (address) => {
    for (const name of ['redirectSignIn', 'redirectSignOut']) {
      const hostedUi = { domain: 'a.example', [name]: address }
      expect(() => parseConfig({ ...pool, hostedUi })).toThrow(ConfigError)
    }
  },
)

test.each([1e308, 36_526, Number.NaN, Number.POSITIVE_INFINITY, 0, -1, '365'])(
  'no cookie is stored for %s days',
  (expires) => {
    expect(() => cookieStorage({ expires: expires as number })).toThrow(ConfigError)
    expect(() => parseConfig({ ...pool, cookieStorage: { expires } })).toThrow(ConfigError)
  },
)

test.each([Number.NaN, 0, -1, Number.POSITIVE_INFINITY, 2 ** 31, '15000'])(
  'no request takes %s ms',
  (timeoutMs) => {
    const options = { config: pool, timeoutMs: timeoutMs as number }
    expect(() => createAuth(options)).toThrow(/"timeoutMs"/)
  },
)
