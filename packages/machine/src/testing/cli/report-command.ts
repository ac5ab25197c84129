import { writeFileSync } from 'node:fs'
import type { Coverage } from '../report/coverage.ts'
import { htmlOf } from '../report/html/html-of.ts'
import { junitOf } from '../report/junit.ts'
import { markdownOf } from '../report/markdown.ts'
import { mergeCoverage } from '../report/merge-coverage.ts'
import { textOf } from '../report/text.ts'
import { belowThresholds } from '../report/thresholds.ts'
import { readArgs, readJson, readPercent, readWord } from './read-options.ts'
import type { Command } from './run-cli.ts'
import { UsageError } from './usage-error.ts'

const help = `Usage: authchart-test report FILE... [options]

FILE holds what a run has covered: JSON.stringify(coverageOf(plan, results)). Several are merged: of
shards, of single tests, of plans for several criteria.

  --format FORMAT     text (default), markdown, junit or html
  --out FILE          Write there instead of printing
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
        leaves: { type: 'string' },
        transitions: { type: 'string' },
        outcomes: { type: 'string' },
      },
    })
    const names = Object.keys(formats) as (keyof typeof formats)[]
    const format = readWord('format', values.format, names)
    if (files.length === 0) throw new UsageError('Which file? See authchart-test report --help.')
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
    const below = belowThresholds(coverage, wanted)
    if (below.length === 0) return { output }
    return { output, complaint: `${below.join('\n')}\n`, exitCode: 1 }
  },
}

const parts = ['plans', 'leaves', 'transitions', 'outcomes', 'sessions'] as const

function readCoverage(file: string): Coverage {
  const content = readJson(file)
  if (isCoverage(content)) return content
  throw new Error(
    `${file} holds no coverage: write JSON.stringify(coverageOf(plan, results)) there.`,
  )
}

const isCoverage = (content: unknown): content is Coverage =>
  typeof content === 'object' &&
  content !== null &&
  parts.every((part) => Array.isArray((content as Readonly<Record<string, unknown>>)[part]))
