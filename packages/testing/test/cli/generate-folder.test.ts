import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { runCli } from '../../src/cli/run-cli.ts'
import { journeys } from '../../src/plan/journeys.ts'

const directory = mkdtempSync(join(tmpdir(), 'authchart-generate-'))
const at = (name: string) => join(directory, name)
/** The chart is explored anew each time. */
const patience = 60_000

afterAll(() => rmSync(directory, { recursive: true }))

const generate = (framework: string, out: string, ...more: string[]) =>
  runCli(['generate', '--framework', framework, '--out', at(out), ...more])

function recorded(title: string): string {
  const file = at('recorded.json')
  writeFileSync(file, JSON.stringify({ ...journeys[0], title }))
  return file
}

test(
  'a single walk takes nothing away from specs that are there',
  async () => {
    await generate('playwright', 'stories')
    const before = readFileSync(at('stories/cognito-answers.ts'), 'utf8')
    const rejected = await generate('playwright', 'stories', '--replay', recorded('recorded'))
    expect(rejected).toMatchObject({ output: '', exitCode: 1 })
    expect(rejected.complaint).toMatch(/\.spec\.ts would lose the answers .* choose another --out/)
    expect(readFileSync(at('stories/cognito-answers.ts'), 'utf8')).toBe(before)
  },
  patience,
)

test(
  'the same session may be written again: with --client, say',
  async () => {
    const replay = recorded('recorded')
    for (const more of [[], ['--client', 'my-client']]) {
      const { complaint } = await generate('playwright', 'one', '--replay', replay, ...more)
      expect(complaint).toBeUndefined()
    }
  },
  patience,
)

test(
  'specs for one framework are not written among those for another',
  async () => {
    const replay = recorded('signs in')
    const pairs = [
      ['playwright', 'vitest'],
      ['vitest', 'playwright'],
    ] as const
    for (const [first, second] of pairs) {
      expect((await generate(first, first, '--replay', replay)).complaint).toBeUndefined()
      // By what is left of a folder of specs, too: by the contract that was filled in …
      for (const lost of ['cognito.ts', 'ui.ts']) {
        const { complaint, exitCode } = await generate(second, first, '--replay', replay)
        expect(exitCode).toBe(1)
        expect(complaint).toMatch(new RegExp(`\\.ts is not for ${second}: choose another --out`))
        if (lost === 'cognito.ts') rmSync(at(`${first}/${lost}`))
      }
    }
  },
  patience,
)

test(
  'a client that is an empty text is none',
  async () => {
    const { output } = await generate('vitest', 'empty', '--replay', recorded('x'), '--client', '')
    expect(output).toMatch(/run this again with --client/)
  },
  patience,
)
