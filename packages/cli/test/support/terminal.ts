import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { spawn } from '@lydell/node-pty'
import { build } from 'esbuild'

/** Keys as a terminal sends them. */
export const keys = { enter: '\r', down: '\u001b[B', no: 'n', interrupt: '\u0003' }

/** What a terminal shows, and what is typed then. */
export type Step = readonly [shown: string, typed: string]

/** Bundles the command line as it is now, where it finds the templates and the version. */
export async function bundleCli(): Promise<string> {
  const outfile = join(process.cwd(), 'test-results/cli.mjs')
  await build({
    entryPoints: ['src/cli.ts'],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
  })
  return outfile
}

/** Runs a command in a real terminal. Each step types when the text is shown, after that of the step before. */
export function runInTerminal(
  folder: string,
  command: readonly string[],
  steps: readonly Step[],
): Promise<{ readonly screen: string; readonly exitCode: number }> {
  return new Promise((resolve) => {
    const terminal = spawn(process.execPath, [...command], { cwd: folder, cols: 100, rows: 40 })
    const waiting = [...steps]
    let output = ''
    let seen = 0
    terminal.onData((data) => {
      output += data
      const [step] = waiting
      const at = step ? stripVTControlCharacters(output).indexOf(step[0], seen) : -1
      if (!step || at === -1) return
      seen = at + step[0].length
      waiting.shift()
      terminal.write(step[1])
    })
    terminal.onExit(({ exitCode }) =>
      resolve({ screen: stripVTControlCharacters(output), exitCode }),
    )
  })
}
