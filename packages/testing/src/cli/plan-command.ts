import { type Criterion, openLedger } from '../plan/criterion.ts'
import { planJourneys } from '../plan/plan-journeys.ts'
import { type Plan, planWalks } from '../plan/plan-walks.ts'
import { leavesOf } from '../report/coverage-of.ts'
import type { Command } from './command.ts'
import { readArgs, readChart, readCount, readWord } from './read-options.ts'

export const criteria: readonly Criterion[] = ['states', 'transitions', 'outcomes', 'pairs']

const help = `Usage: authchart-test plan [options]

  --cover WHAT     journeys (the typical user stories), states, transitions (default), outcomes or pairs
  --max-steps N    The most steps of a walk; default 40
  --chart FILE     JavaScript module whose default export is a chart of your own (extendBehaviour)
  --json           Print one line of JSON:
                   { leaves, transitions, outcomes, sessions, steps, covered, missed, planMs }
  -h, --help       Show this help
`

export const plan: Command = {
  help,
  async run(args) {
    const { values } = readArgs({
      args: [...args],
      options: {
        cover: { type: 'string', default: 'transitions' },
        'max-steps': { type: 'string', default: '40' },
        chart: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    const cover = readWord('cover', values.cover, ['journeys', ...criteria])
    const maxSteps = readCount('max-steps', values['max-steps'])
    const behaviour = await readChart(values.chart)
    const planned =
      cover === 'journeys' ? planJourneys(behaviour) : planWalks({ cover, maxSteps, behaviour })
    return { output: values.json ? lineOf(planned) : tableOf(planned) }
  },
}

function figuresOf({ model, walks, covered, missed, planMs }: Plan) {
  return {
    leaves: leavesOf(model.machine).length,
    transitions: openLedger(model, 'transitions').total,
    outcomes: openLedger(model, 'outcomes').total,
    sessions: walks.length,
    steps: walks.reduce((sum, { steps }) => sum + steps.length, 0),
    covered,
    missed,
    planMs: Math.round(planMs),
  }
}

const lineOf = (planned: Plan) => `${JSON.stringify(figuresOf(planned))}\n`

function tableOf(planned: Plan): string {
  const { leaves, transitions, outcomes, sessions, steps, planMs } = figuresOf(planned)
  const { criterion, covered, goals, missed, walks } = planned
  return [
    `The chart has ${leaves} leaves, ${transitions} transitions and ${outcomes} outcomes.`,
    `${criterion}: ${covered} of ${goals} in ${sessions} walks, ${steps} steps; planned in ${planMs} ms.`,
    '',
    ...walks.map(({ title }) => `  ${title}`),
    ...(missed.length > 0 ? ['', 'Missed:'] : []),
    ...missed.map(({ goal, why }) => `  ${goal}: ${why}`),
    '',
  ].join('\n')
}
