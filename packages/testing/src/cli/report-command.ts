import { writeFileSync } from 'node:fs'
import { htmlOf } from '../report/html/html-of.ts'
import { junitOf } from '../report/junit.ts'
import { markdownOf } from '../report/markdown.ts'
import { mergeCoverage } from '../report/merge-coverage.ts'
import { shortcomingsOf } from '../report/summary.ts'
import { textOf } from '../report/text.ts'
import { belowThresholds } from '../report/thresholds.ts'
import type { Command } from './command.ts'
import { readCoverage } from './read-coverage.ts'
import { readArgs, readPercent, readWord } from './read-options.ts'
import { UsageError } from './usage-error.ts'

const help = `Usage: authchart-test report FILE... [options]

FILE contains what a run has covered: JSON.stringify(coverageOf(plan, results)). Several are merged: of
shards, of single tests, of plans for several criteria. The exit code is 1 if a walk failed, or
was planned and did not run.

  --format FORMAT     text (default), markdown, junit or html
  --out FILE          Write there instead of printing
  --partial           Sessions may be left out: of other shards, or by a budget
  --leaves N          Fail (exit code 1) below N percent of the leaves …
  --transitions N     … of the transitions …
  --outcomes N        … of the outcomes
  -h, --help          Show this help
`

const formats = { text: textOf, markdown: markdownOf, junit: junitOf, html: htmlOf }

export const report: Command = {
  help,
  async run(args) {
    const { values, positionals: files } = readArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'text' },
        out: { type: 'string' },
        partial: { type: 'boolean', default: false },
        leaves: { type: 'string' },
        transitions: { type: 'string' },
        outcomes: { type: 'string' },
      },
    })
    const names = Object.keys(formats) as (keyof typeof formats)[]
    const format = readWord('format', values.format, names)
    if (files.length === 0) throw new UsageError('Which file?')
    const wanted = Object.fromEntries(
      (['leaves', 'transitions', 'outcomes'] as const).flatMap((what) => {
        const value = values[what]
        return value === undefined ? [] : [[what, readPercent(what, value)] as const]
      }),
    )
    const coverage = mergeCoverage(files.map(readCoverage))
    const text = formats[format](coverage)
    if (values.out !== undefined) writeFileSync(values.out, text)
    const output = values.out === undefined ? text : ''
    const complaints = [
      ...shortcomingsOf(coverage, values.partial),
      ...belowThresholds(coverage, wanted),
    ]
    if (complaints.length === 0) return { output }
    return { output, complaint: `${complaints.join('\n')}\n`, exitCode: 1 }
  },
}
