import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const require = createRequire(import.meta.url)
const command = require.resolve('cognito-local/lib/bin/start.js')

/** Part of all its messages. */
export const fixedCode = '246810'

export interface CognitoLocal {
  /** URL without a trailing slash. */
  readonly endpoint: string
  close(): Promise<void>
}

/** Runs cognito-local on a free port of the loopback interface, in a directory of its own. */
export async function startCognitoLocal(): Promise<CognitoLocal> {
  const cwd = await mkdtemp(join(tmpdir(), 'cognito-local-'))
  const child = spawn(process.execPath, [command], {
    cwd,
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', CODE: fixedCode },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const close = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill()
      await once(child, 'exit')
    }
    await rm(cwd, { recursive: true, force: true })
  }
  try {
    return { endpoint: await announced(child), close }
  } catch (error) {
    await close()
    throw error
  }
}

const announced = ({ stdout }: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = ''
    stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(text) ?? []
      if (address) resolve(address)
    })
    stdout?.on('end', () => reject(new Error(`cognito-local did not start: ${text}`)))
  })
