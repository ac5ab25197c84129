import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { impossibleInUi } from '../contract/define-ui.ts'
import type { Contract } from '../generate/contract.ts'
import { frameworks } from '../generate/framework.ts'
import { generateSpecs } from '../generate/generate-specs.ts'
import { impossibleInSpecs } from '../generate/impossible-in-specs.ts'
import { onlyOpened } from '../generate/only-opened.ts'
import type { Behaviour } from '../model/behaviour.ts'
import { explore } from '../model/explore.ts'
import type { Step } from '../model/model.ts'
import type { Aim } from '../plan/criterion.ts'
import type { Missed } from '../plan/missed.ts'
import { planJourneys } from '../plan/plan-journeys.ts'
import { planWalks } from '../plan/plan-walks.ts'
import { walkOf } from '../plan/replay.ts'
import type { Walk } from '../plan/walk.ts'
import type { Command } from './command.ts'
import { contractExports } from './contract-exports.ts'
import { loadContract } from './load-contract.ts'
import { criteria } from './plan-command.ts'
import { readArgs, readChart, readCount, readReplay, readWord } from './read-options.ts'
import { rejectFolder } from './reject-folder.ts'
import { UsageError } from './usage-error.ts'

const help = `Usage: authchart-test generate --framework FRAMEWORK --out DIR [options]

Writes plain spec files that need nothing of ours to run, Cognito's answers, and ui.ts, a contract
for you to fill in: it is never written over.

  --framework NAME   playwright or vitest
  --out DIR          Where to write
  --contract FILE    A contract that you have already: a module that exports ui, or what defineUi returns by
                     another name (and open, for Vitest)
  --cover WHAT       journeys (default: the typical user stories), states, transitions, outcomes
                     or pairs
  --max-steps N      The most steps of a walk; default 20
  --replay FILE      Just one walk: what a failed walk or the inspector has left,
                     { title, start, steps }; to a directory without other specs
  --client ID        The userPoolClientId of the app: browsers store its data under that name
  --chart FILE       JavaScript module whose default export is a chart of your own (extendBehaviour)
  -h, --help         Show this help
`

export const generate: Command = {
  help,
  async run(args) {
    const { values } = readArgs({
      args: [...args],
      options: {
        framework: { type: 'string' },
        out: { type: 'string' },
        contract: { type: 'string' },
        cover: { type: 'string', default: 'journeys' },
        'max-steps': { type: 'string', default: '20' },
        replay: { type: 'string' },
        client: { type: 'string' },
        chart: { type: 'string' },
      },
    })
    const { framework: name, out, contract } = values
    // A variable that is not set is an empty text in a shell.
    const client = values.client || undefined
    if (name === undefined) throw new UsageError('--framework is needed: playwright or vitest.')
    if (out === undefined) throw new UsageError('--out is needed: the directory to write to.')
    const framework = readWord(
      'framework',
      name,
      Object.keys(frameworks) as ['playwright', 'vitest'],
    )
    const cover = readWord('cover', values.cover, ['journeys', ...criteria])
    const maxSteps = readCount('max-steps', values['max-steps'])
    const behaviour = onlyOpened(await readChart(values.chart))
    const known = contract === undefined ? undefined : contractOf(out, contract, framework)
    const loaded = known && contract ? await loadContract(contract, known.name) : undefined
    const cannotTake = (step: Step) =>
      impossibleInSpecs(step) ?? (loaded?.ui && impossibleInUi(loaded.ui, step))
    const { walks, missed } =
      values.replay === undefined
        ? walksFor(behaviour, cover, maxSteps, cannotTake)
        : { walks: [recordedWalk(behaviour, values.replay, cannotTake)], missed: [] }
    const files = generateSpecs({
      framework,
      behaviour,
      walks,
      contract: known,
      userPoolClientId: client,
    })
    const reason = rejectFolder(out, {
      framework,
      hasContract: contract !== undefined,
      files: values.replay === undefined ? undefined : files.map(({ name }) => name),
    })
    if (reason !== undefined) throw new Error(reason)
    const written = files.filter(
      ({ name, isSkeleton }) => !isSkeleton || !existsSync(join(out, name)),
    )
    for (const { name, text } of written) {
      const file = join(out, name)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
    }
    const count = walks.length === 1 ? '1 walk' : `${walks.length} walks`
    const lines = [`${count} in ${out}:`, ...written.map(({ name }) => `  ${name}`)]
    const isNew = written.some(({ isSkeleton }) => isSkeleton)
    const next = nextSteps(isNew, client, loaded?.reason)
    return { output: `${[...lines, ...reasonsOf(missed), ...next].join('\n')}\n` }
  },
}

/** What is left to do. */
function nextSteps(
  isSkeleton: boolean,
  client: string | undefined,
  notLoaded: string | undefined,
): readonly string[] {
  const hints = [
    ...(notLoaded === undefined
      ? []
      : [
          `Check the specs for what your UI does not have: the contract does not run outside of its tests (${notLoaded}), so what is absent in it is not known here.`,
        ]),
    ...(isSkeleton
      ? ['Fill in every TODO of ui.ts; delete the lines of fields that your forms do not have.']
      : []),
    ...(client === undefined
      ? [
          'What browsers store is under a fake client: run this again with --client <userPoolClientId of your app>.',
        ]
      : []),
  ]
  return hints.length > 0 ? ['', 'Next:', ...hints.map((hint) => `  ${hint}`)] : []
}

type CannotTake = (step: Step) => string | undefined

function walksFor(
  behaviour: Behaviour,
  cover: Aim,
  maxSteps: number,
  cannotTake: CannotTake,
): { readonly walks: readonly Walk[]; readonly missed: readonly Missed[] } {
  return cover === 'journeys'
    ? planJourneys(behaviour, cannotTake)
    : planWalks({ cover, maxSteps, behaviour, cannotTake })
}

/**
 * The walk of a replay, without external events that changed nothing, such as a read of the account.
 *
 * @throws Error where the chart, or a plain spec, cannot take it.
 */
function recordedWalk(behaviour: Behaviour, file: string, cannotTake: CannotTake): Walk {
  const walk = walkOf(explore(behaviour), readReplay(file))
  const steps = walk.steps.filter(({ kind, from, to }) => kind !== 'external' || from !== to)
  for (const step of steps) {
    const why = cannotTake(step)
    if (!why) continue
    const number = walk.steps.indexOf(step) + 1
    throw new Error(`A plain spec cannot take step ${number}, “${step.label}”: ${why}.`)
  }
  return { ...walk, steps }
}

/** How specs import a contract: relative to them, with the extension that TypeScript and bundlers both resolve. */
function contractOf(out: string, file: string, framework: 'playwright' | 'vitest'): Contract {
  if (!existsSync(file)) throw new Error(`There is no ${file}`)
  const { ui } = contractExports(file, framework)
  const path = relative(resolve(out), resolve(file)).replaceAll('\\', '/')
  const module = path.replace(/\.([cm]?)[jt]sx?$/, '.$1js')
  return { module: module.startsWith('.') ? module : `./${module}`, name: ui }
}

function reasonsOf(missed: readonly Missed[]): readonly string[] {
  if (missed.length === 0) return []
  const goals = new Map<string, string[]>()
  for (const { goal, why } of missed) goals.set(why, [...(goals.get(why) ?? []), goal])
  const lines = [...goals].map(([why, [goal, ...others]]) =>
    others.length === 0 ? `  ${goal}: ${why}` : `  ${others.length + 1}: ${why}`,
  )
  return ['Not in them:', ...lines]
}
