import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'

/** Bundles the command for one test file, and ends the processes of each test. */
export function useCommand() {
  const directory = mkdtempSync(join(tmpdir(), 'authchart-cli-'))
  const program = join(directory, 'dist', 'cli.mjs')
  const running = new Set<ChildProcess>()

  beforeAll(async () => {
    await build({
      entryPoints: [join(import.meta.dirname, '../../src/cli.ts')],
      outfile: program,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
    })
    copyFileSync(join(import.meta.dirname, '../../package.json'), join(directory, 'package.json'))
  }, 60_000)
  afterEach(() => {
    for (const child of running) child.kill('SIGKILL')
    running.clear()
  })
  afterAll(() => rmSync(directory, { recursive: true }))

  const watch = (child: ReturnType<typeof spawn>) => {
    running.add(child)
    const out = { stdout: '', stderr: '' }
    child.stdout?.on('data', (chunk) => {
      out.stdout += chunk
    })
    child.stderr?.on('data', (chunk) => {
      out.stderr += chunk
    })
    const exit = once(child, 'close').then(([code]) => ({ ...out, code }))
    const line = async () => {
      await expect.poll(() => out.stdout || out.stderr, { timeout: 20_000 }).toMatch(/\n/)
      return out.stdout
    }
    return { child, exit, line }
  }

  return {
    /** The directory for the test's files. */
    directory,
    start: (...args: string[]) => watch(spawn(process.execPath, [program, ...args])),
    /** Runs it in a shell, after another command. */
    startAfter: (shell: string, ...args: string[]) =>
      watch(spawn('sh', ['-c', `${shell}; exec "$@"`, 'sh', process.execPath, program, ...args])),
  }
}

/** Calls an operation with a fake signature. */
export function post(endpoint: string, operation: string, body: object) {
  return fetch(endpoint, {
    method: 'POST',
    headers: {
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
      authorization: 'AWS4-HMAC-SHA256 Credential=local',
    },
    body: JSON.stringify(body),
  })
}
