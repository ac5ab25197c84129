import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Command, Ended, Surroundings } from '../command.ts'
import { type CarriedOut, carryOut } from '../files/carry-out.ts'
import { reportExisting } from '../files/report-existing.ts'
import { type InitChoice, seededUser, type TestRunner, testRunners } from '../init/init-choice.ts'
import { initFiles } from '../init/init-files.ts'
import {
  type Answers,
  answerQuestions,
  CancelledError,
  confirmFiles,
  type Known,
} from '../init/questions.ts'
import { installCommand } from '../project/install-command.ts'
import { has, type Project, readProject, withoutFramework } from '../project/read-project.ts'
import { readArgs, readWord } from '../read-options.ts'
import { readTemplates } from '../read-templates.ts'
import { type Framework, frameworks } from '../screens/templates.ts'
import { UsageError } from '../usage-error.ts'

const outputsFile = 'amplify_outputs.json'

const help = `Usage: authchart init [options]

Sets an app up: auth.ts, the provider around the app, one form for every screen, the script “sandbox” with a user, and
tests. It writes all files or none, and what is there already stays. What no option says is a question, in a terminal.

  --framework NAME  react or vue; default the one in package.json
  --config FILE     ${outputsFile}, or sandbox (default): the local Cognito only
  --tests RUNNER    playwright, vitest or none; default the one in package.json, or else playwright
  -y, --yes         No questions
  --dry-run         Say what would be written, and write nothing
  --force           Replace files that have another content
  --json            No questions; print one line of JSON: { framework, tests, written, unchanged, install, next }
  -h, --help        Show this help
`

export const init: Command = {
  help,
  async run(args, surroundings) {
    try {
      return await setUp(args, surroundings)
    } catch (error) {
      if (error instanceof CancelledError) return { output: '', exitCode: 1 }
      throw error
    }
  },
}

async function setUp(
  args: readonly string[],
  { folder, isInteractive }: Surroundings,
): Promise<Ended> {
  const values = readFlags(args)
  const project = readProject(folder)
  const isGuided = isInteractive && !values.yes && !values.json
  const known = knownAnswers(project, values)
  const choice = choose(project, isGuided ? await answerQuestions(known) : defaults(known, project))
  const { files, byHand } = initFiles(readTemplates(), choice)
  const how = { force: values.force, keep: false, dryRun: true }
  const planned = carryOut(folder, files, how)
  if (planned.existing.length > 0) {
    return reportExisting(planned.existing, '--force replaces them.')
  }
  const dryRun = values['dry-run']
  if (isGuided && !dryRun && planned.written.length > 0) await confirmFiles(planned.written)
  const done = carryOut(folder, files, { ...how, dryRun })
  const install = installSteps(choice)
  const next = [...install, ...byHand, ...stepsAfter(choice)]
  if (values.json) {
    const { framework, tests } = choice
    const { written, unchanged } = done
    return {
      output: `${JSON.stringify({ framework, tests, written, unchanged, install, next })}\n`,
    }
  }
  return { output: report(done, next, dryRun) }
}

function readFlags(args: readonly string[]) {
  return readArgs({
    args: [...args],
    options: {
      framework: { type: 'string' },
      config: { type: 'string' },
      tests: { type: 'string' },
      yes: { type: 'boolean', short: 'y', default: false },
      'dry-run': { type: 'boolean', default: false },
      force: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  }).values
}

function knownAnswers(
  project: Project,
  { framework, config, tests }: ReturnType<typeof readFlags>,
): Known {
  return {
    framework: framework ? readWord('--framework', framework, frameworks) : project.framework,
    // As in an import, also where folders are separated by a backslash.
    config: config?.replaceAll('\\', '/'),
    tests: tests ? readWord('--tests', tests, testRunners) : installedRunner(project),
    outputs: existsSync(join(project.folder, outputsFile)) ? outputsFile : undefined,
    runners: testRunners.filter((runner) => runner !== 'playwright' || isBuiltByVite(project)),
  }
}

function installedRunner({ manifest }: Project): TestRunner | undefined {
  if (has(manifest, '@playwright/test')) return 'playwright'
  return has(manifest, 'vitest') ? 'vitest' : undefined
}

function defaults({ framework, config = 'sandbox', ...known }: Known, project: Project): Answers {
  const tests = known.tests ?? (isBuiltByVite(project) ? 'playwright' : 'none')
  if (framework) return { framework, config, tests }
  throw withoutFramework(project, `--framework ${frameworks.join(' or --framework ')}`)
}

function isBuiltByVite({ manifest }: Project): boolean {
  return has(manifest, 'vite')
}

function choose(project: Project, { framework, config, tests }: Answers): InitChoice {
  const outputs = config === 'sandbox' ? undefined : config
  if (outputs !== undefined && !existsSync(join(project.folder, outputs))) {
    throw new Error(
      `There is no ${outputs} in ${project.folder}. Without one: --config sandbox, the local Cognito.`,
    )
  }
  const isVite = isBuiltByVite(project)
  if (tests === 'playwright' && !isVite) {
    throw new UsageError(
      'The tests for Playwright build the app with Vite, which is not in package.json: --tests vitest or none.',
    )
  }
  return { project, framework, outputs, tests, isVite }
}

/** The packages that are missing, by command. */
function installSteps({ project, framework, tests }: InitChoice): readonly string[] {
  const { manifest, packageManager } = project
  const missing = (names: readonly string[]) => names.filter((name) => !has(manifest, name))
  const packages = missing(['@authchart/machine', `@authchart/${framework}`])
  const tools = missing(['authchart', '@authchart/sandbox', ...testTools(framework, tests)])
  return [
    ...(packages.length > 0 ? [installCommand(packageManager, packages)] : []),
    ...(tools.length > 0 ? [installCommand(packageManager, tools, { isTool: true })] : []),
  ]
}

function testTools(framework: Framework, tests: TestRunner): readonly string[] {
  if (tests === 'none') return []
  if (tests === 'playwright') return ['@authchart/testing', '@playwright/test']
  const library = framework === 'react' ? ['@testing-library/dom', '@testing-library/react'] : []
  return ['@authchart/testing', 'vitest', 'happy-dom', ...library, '@testing-library/user-event']
}

function stepsAfter({ project, framework, outputs, tests }: InitChoice): readonly string[] {
  const { manifest, packageManager } = project
  const run = `${packageManager} run`
  const { username, password } = seededUser
  const needsBrowser = tests === 'playwright' && !has(manifest, '@playwright/test')
  return [
    ...(needsBrowser ? ['npx playwright install chromium'] : []),
    `${run} sandbox, and in another terminal ${run} ${outputs === undefined ? 'dev' : 'dev:sandbox'}`,
    `Sign in as ${username} with ${password}`,
    `Screens of your own: npx authchart add ${framework}`,
    ...(tests === 'none' ? [] : [`${run} test:auth`]),
  ]
}

function report({ written, unchanged }: CarriedOut, next: readonly string[], dryRun: boolean) {
  const lines =
    written.length === 0
      ? [`Nothing to write: all ${unchanged.length} files are there.`]
      : [
          dryRun ? 'Would write or change:' : 'Written or changed:',
          ...written.map((path) => `  ${path}`),
        ]
  return `${[...lines, '', 'Next:', ...next.map((line) => `  ${line}`)].join('\n')}\n`
}
