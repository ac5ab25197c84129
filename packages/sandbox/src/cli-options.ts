import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { SandboxOptions } from './create-sandbox.ts'
import { isRecord } from './input/reader.ts'

/** A mistake in the command line: the message is all the user needs. */
export class UsageError extends Error {}

export interface CliOptions {
  readonly port: number
  readonly json: boolean
  readonly help: boolean
  readonly version: boolean
  /** The file that `--triggers` names. */
  readonly triggers: string | undefined
  readonly sandbox: SandboxOptions
}

export const parseCli = (args: readonly string[]): CliOptions => {
  const { port, json, help, version, config, data, triggers } = parseFlags(args)
  const fromFile = config === undefined ? {} : readConfig(config)
  return {
    port: readPort(port),
    json,
    help,
    version,
    triggers,
    sandbox: data === undefined ? fromFile : { ...fromFile, dataDir: data },
  }
}

const parseFlags = (args: readonly string[]) => {
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
      },
    }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

const readPort = (value: string): number => {
  const port = Number(value)
  if (/^\d+$/.test(value) && port <= 65_535) return port
  throw new UsageError(`--port must be a number from 0 to 65535, not '${value}'.`)
}

const texts = ['region', 'userPoolId', 'userPoolClientId', 'identityPoolId'] as const

/** The same options as `createSandbox`, but for what a file cannot hold. */
const readConfig = (file: string): SandboxOptions => {
  const content = parseFile(file)
  const known: readonly string[] = [...texts, 'pool', 'identityPool']
  const unknown = Object.keys(content).filter((key) => !known.includes(key))
  if (unknown.length > 0) {
    throw new UsageError(`${file}: unknown option '${unknown[0]}'. Known: ${known.join(', ')}.`)
  }
  const [region, userPoolId, userPoolClientId, identityPoolId] = texts.map((key) => {
    const value = content[key]
    if (value === undefined || typeof value === 'string') return value
    throw new UsageError(`${file}: '${key}' must be a text.`)
  })
  const { pool = {}, identityPool = {} } = content
  if (!isRecord(pool)) throw new UsageError(`${file}: 'pool' must be an object.`)
  if (!isRecord(identityPool)) throw new UsageError(`${file}: 'identityPool' must be an object.`)
  return { region, userPoolId, userPoolClientId, identityPoolId, pool, identityPool }
}

const parseFile = (file: string): Record<string, unknown> => {
  let content: unknown
  try {
    content = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
  if (!isRecord(content)) throw new UsageError(`${file} must hold a JSON object.`)
  return content
}
