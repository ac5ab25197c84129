import { readFileSync } from 'node:fs'
import { defaultIdentityPoolOptions } from './identity-pool/identity-pool-options.ts'
import { isRecord } from './input/reader.ts'
import { defaultPoolOptions } from './pool/options/pool-options.ts'
import type { SandboxOptions } from './sandbox-options.ts'
import type { SeedUser } from './seed-users.ts'
import { UsageError } from './usage-error.ts'

const texts = ['region', 'userPoolId', 'userPoolClientId', 'identityPoolId'] as const
const known: readonly string[] = [...texts, 'pool', 'identityPool', 'users']

/** Other members of the output of `--json`: addresses of the sandbox that printed it, and what its pool says. */
const printed = [
  'endpoint',
  'identityEndpoint',
  'hostedUiOrigin',
  'controlUrl',
  'loginWith',
  'signUpAttributes',
  'passwordless',
]

/**
 * Reads the file of `--config`: the options of `createSandbox` that JSON can express.
 *
 * @throws UsageError
 */
export function readConfig(file: string): SandboxOptions {
  const content = parseFile(file)
  const unknown = Object.keys(content).find((key) => !known.includes(key) && !printed.includes(key))
  if (unknown !== undefined) {
    throw new UsageError(
      `${file}: unknown option '${unknown}'. ${placeOf(unknown)}Known: ${known.join(', ')}.`,
    )
  }
  const [region, userPoolId, userPoolClientId, identityPoolId] = texts.map((key) => {
    const value = content[key]
    if (value === undefined || typeof value === 'string') return value
    throw new UsageError(`${file}: '${key}' must be a text.`)
  })
  const { pool = {}, identityPool = {}, users = [] } = content
  if (!isRecord(pool)) throw new UsageError(`${file}: 'pool' must be an object.`)
  if (!isRecord(identityPool)) throw new UsageError(`${file}: 'identityPool' must be an object.`)
  if (!Array.isArray(users) || !users.every(isUser)) {
    throw new UsageError(`${file}: 'users' must be a list of { "username": …, "password": … }.`)
  }
  return { region, userPoolId, userPoolClientId, identityPoolId, pool, identityPool, users }
}

function isUser(value: unknown): value is SeedUser {
  return isRecord(value) && typeof value.username === 'string' && typeof value.password === 'string'
}

/** Where a misplaced option belongs. */
function placeOf(key: string): string {
  const pool = { region: '', userPoolId: '', clientId: '' }
  const place = Object.hasOwn(defaultPoolOptions, key)
    ? 'pool'
    : Object.hasOwn(defaultIdentityPoolOptions(pool), key) && 'identityPool'
  return place ? `It belongs in '${place}': { "${place}": { "${key}": … } }. ` : ''
}

function parseFile(file: string): Record<string, unknown> {
  let content: unknown
  try {
    content = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
  if (!isRecord(content)) throw new UsageError(`${file} must contain a JSON object.`)
  return content
}
