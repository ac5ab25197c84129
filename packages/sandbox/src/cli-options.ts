import { parseArgs } from 'node:util'
import type { PoolOptionsPatch } from './pool/options/patch-pool-options.ts'
import { readConfig } from './read-config.ts'
import type { SandboxOptions } from './sandbox-options.ts'
import type { SeedUser } from './seed-users.ts'
import { UsageError } from './usage-error.ts'

export interface CliOptions {
  readonly port: number
  readonly json: boolean
  readonly help: boolean
  readonly version: boolean
  /** The file that `--triggers` names. */
  readonly triggers: string | undefined
  readonly sandbox: SandboxOptions
}

/** @throws UsageError */
export function parseCli(args: readonly string[]): CliOptions {
  const { port, json, help, version, config, data, triggers, mfa, passwordless, user } =
    parseFlags(args)
  const fromFile = config === undefined ? {} : readConfig(config)
  return {
    port: readPort(port),
    json,
    help,
    version,
    triggers,
    sandbox: {
      ...fromFile,
      pool: withMfa({ ...(passwordless && { Passwordless: true }), ...fromFile.pool }, mfa),
      users: [...(fromFile.users ?? []), ...user.map(readUser)],
      ...(data !== undefined && { dataDir: data }),
    },
  }
}

function parseFlags(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '0' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', short: 'v', default: false },
        config: { type: 'string' },
        data: { type: 'string' },
        triggers: { type: 'string' },
        mfa: { type: 'string' },
        passwordless: { type: 'boolean', default: false },
        user: { type: 'string', multiple: true, default: [] },
      },
    }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function readPort(value: string): number {
  const port = Number(value)
  if (/^\d+$/.test(value) && port <= 65_535) return port
  throw new UsageError(`--port must be a number from 0 to 65535, not '${value}'.`)
}

const mfaValues = new Map([
  ['off', 'OFF'],
  ['optional', 'OPTIONAL'],
  ['on', 'ON'],
] as const)

const isMfa = (value: string): value is 'off' | 'optional' | 'on' =>
  [...mfaValues.keys()].some((known) => known === value)

const methods = [
  'SmsMfaConfiguration',
  'SoftwareTokenMfaConfiguration',
  'EmailMfaConfiguration',
] as const

/** Authenticator apps are on by default, because they need nothing but the pool. */
function withMfa(pool: PoolOptionsPatch, mfa: string | undefined): PoolOptionsPatch {
  const hasMethod = methods.some((method) => pool[method])
  const app = hasMethod ? {} : { SoftwareTokenMfaConfiguration: { Enabled: true } }
  if (mfa === undefined) {
    const isSet = hasMethod || pool.MfaConfiguration !== undefined
    return isSet ? pool : { ...pool, MfaConfiguration: 'OPTIONAL', ...app }
  }
  if (!isMfa(mfa)) {
    throw new UsageError(`--mfa must be ${[...mfaValues.keys()].join(', ')}, not '${mfa}'.`)
  }
  const MfaConfiguration = mfaValues.get(mfa)
  return { ...pool, MfaConfiguration, ...(mfa !== 'off' && app) }
}

function readUser(value: string): SeedUser {
  const end = value.indexOf(':')
  if (end < 1 || end === value.length - 1) {
    throw new UsageError('--user must be NAME:PASSWORD, such as ada@example.com:Password1!')
  }
  return { username: value.slice(0, end), password: value.slice(end + 1) }
}
