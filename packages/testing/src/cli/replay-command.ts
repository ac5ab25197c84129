import { leafName } from '@authchart/machine/xstate'
import { sentenceOf } from '../generate/sentences.ts'
import { explore } from '../model/explore.ts'
import { walkOf } from '../plan/replay.ts'
import type { Command } from './command.ts'
import { readArgs, readChart, readReplay } from './read-options.ts'
import { UsageError } from './usage-error.ts'

const help = `Usage: authchart-test replay FILE [options]

Prints the steps of a walk, one a line. FILE contains the replay of a WalkError as JSON:
{ title, start, steps }.

  --chart FILE     JavaScript module whose default export is a chart of your own (extendBehaviour)
  -h, --help       Show this help
`

export const replay: Command = {
  help,
  async run(args) {
    const { values, positionals } = readArgs({
      args: [...args],
      allowPositionals: true,
      options: { chart: { type: 'string' } },
    })
    const [file, ...others] = positionals
    if (file === undefined || others.length > 0) {
      throw new UsageError('Which one file?')
    }
    const replay = readReplay(file)
    const { title, start, steps } = walkOf(explore(await readChart(values.chart)), replay)
    const width = Math.max(...steps.map((step) => sentenceOf(step).length))
    const lines = steps.map((step, index) => {
      const number = `${index + 1}`.padStart(`${steps.length}`.length)
      return `${number}. ${sentenceOf(step).padEnd(width)}  → ${leafName(step.to.leaf)}`
    })
    return { output: `${title}\n${[`0. ${start.name}`, ...lines].join('\n')}\n` }
  },
}
