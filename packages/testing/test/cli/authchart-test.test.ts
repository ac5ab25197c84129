import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BuildOptions, build } from 'esbuild'
import { afterAll, expect, test } from 'vitest'
import { outcomes } from '../../src/catalogue/outcome.ts'
import { runCli } from '../../src/cli/run-cli.ts'
import { openLedger } from '../../src/plan/criterion.ts'
import { journeys } from '../../src/plan/journeys.ts'
import { coverageOf } from '../../src/report/coverage-of.ts'
import { resultOf } from '../../src/report/walk-result.ts'
import { WalkError } from '../../src/run/walk-error.ts'
import { planOf } from '../support/plan-of.ts'

const directory = mkdtempSync(join(tmpdir(), 'authchart-test-'))
/** The chart is explored anew each time. */
const patience = 60_000

const plan = planOf('states')
const { model } = plan

afterAll(() => rmSync(directory, { recursive: true }))

interface Printed {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** In this process: the bundled program is tried once. */
async function run(...args: string[]): Promise<Printed> {
  const { output, complaint = '', exitCode = 0 } = await runCli(args)
  return { code: exitCode, stdout: output, stderr: complaint }
}

const at = (name: string) => join(directory, name)

function write(name: string, content: unknown): string {
  writeFileSync(at(name), JSON.stringify(content))
  return at(name)
}

test(
  'plan --json prints one line: the chart, and the plan',
  async () => {
    const { code, stdout } = await run('plan', '--cover', 'states', '--json')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^[^\n]+\n$/)
    expect(JSON.parse(stdout)).toEqual({
      leaves: plan.goals,
      transitions: openLedger(model, 'transitions').total,
      outcomes: openLedger(model, 'outcomes').total,
      sessions: plan.walks.length,
      steps: plan.walks.reduce((sum, { steps }) => sum + steps.length, 0),
      covered: plan.covered,
      missed: [],
      planMs: expect.any(Number),
    })
  },
  patience,
)

test(
  'plan lists the sessions by their titles',
  async () => {
    const { stdout } = await run('plan', '--cover', 'states')
    expect(stdout).toMatch(
      /^The chart has \d+ leaves, \d+ transitions and \d+ outcomes\.\nstates: /,
    )
    for (const { title } of plan.walks) expect(stdout).toContain(title)
  },
  patience,
)

test('every command has its help, and a wrong command line says what is wrong', async () => {
  const { stdout } = await run('--help')
  for (const command of ['plan', 'generate', 'report', 'replay']) {
    expect(stdout).toContain(`  ${command} `)
    const help = await run(command, '--help')
    expect(help).toMatchObject({ code: 0, stderr: '' })
    expect(help.stdout).toMatch(new RegExp(`^Usage: authchart-test ${command} `))
  }
  const wrong: readonly (readonly [args: readonly string[], said: RegExp])[] = [
    [['walk'], /There is no 'walk': init, plan, generate, report, replay\./],
    [['\u001B[2J'], /There is no '\uFFFD\[2J': init/],
    [['plan', '--cover', '\u0000\u009B2J'], /not '\uFFFD\uFFFD2J'/],
    [['plan', '--cover', 'all'], /--cover is one of journeys, states, .*, not 'all'\./],
    [['plan', '--max-steps', '0'], /--max-steps is a whole number from 1, not '0'\./],
    [['plan', '--fast'], /Unknown option '--fast'/],
    [['generate', '--out', 'specs'], /--framework is needed/],
    [
      ['generate', '--framework', 'jest', '--out', 'specs'],
      /--framework is one of playwright, vitest/,
    ],
    [['report'], /Which file\?/],
    [['report', 'x.json', '--outcomes', '101'], /--outcomes is a percentage from 0 to 100/],
    [['replay'], /Which one file\?/],
  ]
  for (const [args, said] of wrong) {
    const { code, stdout, stderr } = await run(...args)
    expect([code, stdout], args.join(' ')).toEqual([2, ''])
    expect(stderr).toMatch(said)
    expect(stderr).toMatch(/^authchart-test (\w+ )?--help lists what there is\.\n$/m)
  }
})

test('plan counts the stories as well', async () => {
  const { code, stdout } = await run('plan', '--cover', 'journeys')
  expect(code).toBe(0)
  expect(stdout).toContain('journeys: ')
  expect(stdout).toContain('  signs out everywhere\n')
})

test('report renders a run in every format, and merges several files', async () => {
  const files = plan.walks.map((walk, index) =>
    write(`${index}.json`, coverageOf(plan, [resultOf(walk, 5, undefined)])),
  )
  async function shown(format: string) {
    const { code, stdout } = await run('report', ...files, '--format', format)
    expect(code).toBe(0)
    return stdout
  }
  expect(await shown('text')).toMatch(/leaves +(\d+) of \1 +100 %/)
  expect(await shown('markdown')).toContain('| leaves | ')
  expect(await shown('junit')).toMatch(/^<\?xml /)
  const { code, stdout } = await run(
    'report',
    ...files,
    '--format',
    'html',
    '--out',
    at('page.html'),
  )
  expect([code, stdout]).toEqual([0, ''])
  expect(readFileSync(at('page.html'), 'utf8')).toMatch(/^<!doctype html>/)
})

test('report fails where a walk failed or did not run, and where nothing ran', async () => {
  const { walks } = plan
  const [first, ...others] = walks
  if (!first) throw new Error('There is no walk')
  const passed = others.map((walk) => resultOf(walk, 5, undefined))
  const some = write('some.json', coverageOf(plan, passed))
  expect(await run('report', some)).toMatchObject({
    code: 1,
    stdout: expect.stringContaining(`${passed.length} of ${walks.length} walks passed`),
    stderr: `1 of ${walks.length} walks did not run; if that is on purpose: --partial.\n`,
  })
  expect(await run('report', some, '--partial')).toMatchObject({ code: 0, stderr: '' })

  const failed = resultOf(first, 5, new WalkError(first, 0, new Error('wrong')))
  const bad = write('failed.json', coverageOf(plan, [failed, ...passed]))
  expect(await run('report', bad, '--partial')).toMatchObject({
    code: 1,
    stderr: `1 of ${walks.length} walks failed.\n`,
  })

  const none = write('none.json', coverageOf(plan, []))
  const empty = { plans: [], leaves: [], transitions: [], outcomes: [], sessions: [] }
  for (const file of [none, write('empty.json', empty)]) {
    const result = { code: 1, stderr: 'No walk ran.\n' }
    expect(await run('report', file, '--partial')).toMatchObject(result)
  }
})

test('report fails below a threshold, and on what is no coverage', async () => {
  const [first] = plan.walks
  if (!first) throw new Error('There is no walk')
  const coverage = coverageOf(plan, [resultOf(first, 5, undefined)])
  const file = write('one.json', coverage)
  const least = (percent: string) => run('report', file, '--partial', '--leaves', percent)
  expect(await least('0')).toMatchObject({ code: 0, stderr: '' })
  const below = await least('100')
  expect(below.code).toBe(1)
  expect(below.stderr).toMatch(/^[\d.]+ % of the leaves walked \(\d+ of \d+\), 100 % wanted/)
  const broken = [
    { ...coverage, leaves: [null] },
    { ...coverage, sessions: [{ title: 'x', status: 'passed' }] },
    { ...coverage, plans: [{ criterion: 'states' }] },
  ]
  for (const content of broken) {
    const { code, stderr } = await run('report', write('broken.json', content))
    expect(code).toBe(1)
    expect(stderr).toMatch(/broken\.json contains no coverage \((leaves|sessions|plans)\)/)
  }
  const wrong = await run('report', write('wrong.json', { steps: [] }))
  expect(wrong).toMatchObject({ code: 1, stdout: '' })
  expect(wrong.stderr).toMatch(/wrong\.json contains no coverage/)
  expect((await run('report', at('nowhere.json'))).stderr).toMatch(/nowhere\.json: ENOENT/)
})

test(
  'generate --replay writes the spec of one walk, without external events that changed nothing',
  async () => {
    const [journey] = journeys
    if (!journey) throw new Error('There is no journey')
    const recorded = {
      ...journey,
      title: 'recorded in the inspector',
      steps: [...journey.steps, 'account.read', 'signOut 1'],
    }
    const generate = (replay: string) =>
      run('generate', '--framework', 'vitest', '--out', at('recorded'), '--replay', replay)
    const { code, stdout } = await generate(write('recorded.json', recorded))
    expect(code).toBe(0)
    expect(stdout).toMatch(/^1 walk in /)
    const spec = readFileSync(join(at('recorded'), 'recorded-in-the-inspector.spec.ts'), 'utf8')
    expect(spec).toContain("ui.actions['signIn.submit']")
    expect(spec).toContain('ui.actions.signOut')
    expect(readdirSync(at('recorded')).filter((name) => name.includes('.spec.'))).toHaveLength(1)

    const external = { ...recorded, steps: [...journey.steps, 'session.ended 1'] }
    const rejected = await generate(write('external.json', external))
    expect(rejected.code).toBe(1)
    expect(rejected.stderr).toMatch(
      /cannot take step 4, “session.ended 1”: it comes from another tab/,
    )
    const wrong = await generate(write('no-replay.json', { steps: 1 }))
    expect(wrong.stderr).toMatch(/no-replay\.json contains no replay/)
  },
  patience,
)

test(
  'replay prints the steps of a walk, and says where the chart cannot take them',
  async () => {
    const [journey] = journeys
    const { code, stdout } = await run('replay', write('replay.json', journey))
    expect(code).toBe(0)
    expect(stdout.split('\n')).toEqual([
      'signs in',
      '0. the page is opened',
      expect.stringMatching(/^1\. the browser stores nothing +→ signIn\.editing$/),
      expect.stringMatching(/^2\. submits “sign in” +→ signIn\.submitting$/),
      expect.stringMatching(/^3\. signIn is answered: tokens +→ signedIn\.idle$/),
      '',
    ])
    const impossible = write('impossible.json', { ...journey, steps: ['signOut 1'] })
    expect((await run('replay', impossible)).stderr).toMatch(
      /“signOut 1” is not possible at .*step 1/,
    )
    expect((await run('replay', write('not.json', []))).stderr).toMatch(
      /not\.json contains no replay/,
    )
  },
  patience,
)

test(
  'generate writes specs, and never over a contract that was filled in',
  async () => {
    const args = ['generate', '--framework', 'playwright', '--out', at('specs')]
    const first = await run(...args)
    expect(first.code).toBe(0)
    expect(readdirSync(at('specs')).sort()).toEqual(
      expect.arrayContaining(['cognito-answers.ts', 'cognito.ts', 'signs-in.spec.ts', 'ui.ts']),
    )
    writeFileSync(at('specs/ui.ts'), 'export const ui = {}\n')
    const second = await run(...args)
    expect(second.stdout).not.toContain('ui.ts')
    expect(readFileSync(at('specs/ui.ts'), 'utf8')).toBe('export const ui = {}\n')
  },
  patience,
)

test(
  'generate takes a contract from wherever it is',
  async () => {
    mkdirSync(at('app'))
    const contract = 'export const myUi = defineUi<Page>({})\nexport async function open() {}\n'
    writeFileSync(at('app/ui.ts'), contract)
    const args = [
      'generate',
      '--framework',
      'vitest',
      '--out',
      at('unit/auth'),
      '--contract',
      at('app/ui.ts'),
    ]
    expect((await run(...args)).code).toBe(0)
    const spec = readFileSync(at('unit/auth/signs-in.spec.ts'), 'utf8')
    expect(spec).toContain("import { open, myUi as ui } from '../../app/ui.js'")
    expect(readdirSync(at('unit/auth'))).not.toContain('ui.ts')
    const missing = await run(...args.slice(0, -1), at('nowhere.ts'))
    expect(missing).toMatchObject({ code: 1, stdout: '' })
    expect(missing.stderr).toMatch(/^authchart-test: There is no .*nowhere\.ts\n$/)
  },
  patience,
)

test(
  'generate leaves out what a contract does not have',
  async () => {
    const contract = `interface Step { readonly event: { readonly type: string }; readonly from: { readonly leaf: string } }
const act = (): void => {}
const missing = Object.assign(act.bind(undefined), { absent: 'users write to support' })
export const ui = {
  routes: new Proxy({}, { get: () => () => null }),
  actions: new Proxy({}, { get: (_, type) => (type === 'signedIn.deleteUser' ? missing : act) }),
  cannotTake: ({ event, from }: Step) =>
    event.type === 'go.confirmSignUp' && from.leaf.startsWith('signIn') ? 'codes come later' : undefined,
}
`
    mkdirSync(at('absent'))
    writeFileSync(at('absent/ui.ts'), contract)
    const result = await run(
      ...['generate', '--framework', 'playwright', '--cover', 'transitions'],
      ...['--out', at('absent/specs'), '--contract', at('absent/ui.ts')],
    )
    expect(result).toMatchObject({ code: 0, stderr: '' })
    expect(result.stdout).toContain('codes come later')
    const specs = readdirSync(at('absent/specs')).filter((name) => name.endsWith('.spec.ts'))
    const text = specs.map((name) => readFileSync(at(`absent/specs/${name}`), 'utf8')).join('')
    expect(text).toContain('signedIn.changePassword')
    expect(text).not.toContain('signedIn.deleteUser')
  },
  patience,
)

test(
  'a chart of one’s own is planned by its module',
  async () => {
    const file = at('chart.mjs')
    await bundle(
      file,
      `import { authBehaviour } from './src/model/auth-behaviour.ts'
     const outcomes = authBehaviour.outcomes.filter(({ actor }) => actor !== 'deleteUser')
     export default { ...authBehaviour, outcomes }`,
    )
    const { stdout } = await run('plan', '--cover', 'states', '--chart', file, '--json')
    const lost = outcomes.filter(({ actor }) => actor === 'deleteUser')
    const all = openLedger(model, 'outcomes').total
    expect(JSON.parse(stdout).outcomes).toBe(all - lost.length)
    const wrong = await run('plan', '--chart', write('chart.json', {}))
    expect(wrong.stderr).toMatch(/chart\.json/)
    const half = at('half.mjs')
    writeFileSync(half, 'export default { machine: {}, outcomes: [], starts: [], payloads: {} }')
    expect(await run('plan', '--chart', half)).toMatchObject({
      code: 2,
      stderr: `authchart-test: ${half}: its default export is to be what extendBehaviour() returns.\nauthchart-test plan --help lists what there is.\n`,
    })
  },
  patience,
)

test(
  'the program writes to the right streams and ends with the exit code',
  async () => {
    const program = at('authchart-test.mjs')
    // As an entry: what is imported for its effects alone is dropped from this package.
    await build({
      ...bundled,
      entryPoints: [join(root, 'src/cli/main.ts')],
      outfile: program,
    })
    const result = spawnSync(process.execPath, [program, 'plan', '--cover', 'x'], {
      encoding: 'utf8',
    })
    expect(result).toMatchObject({ status: 2, stdout: '' })
    expect(result.stderr).toMatch(/^authchart-test: --cover is one of/)
  },
  patience,
)

const root = join(import.meta.dirname, '../..')
const bundled = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  conditions: ['authchart-source'],
} satisfies BuildOptions

const bundle = (outfile: string, contents: string) =>
  build({ ...bundled, stdin: { contents, resolveDir: root }, outfile })
