import type { Coverage } from './coverage.ts'
import { inOneLine, printable } from './printable.ts'
import { missedJourneys, notReached, plannedKinds, sentenceOf, summaryOf } from './summary.ts'

/** For a terminal. */
export function textOf(coverage: Coverage): string {
  const lines = [sentenceOf(coverage), '']
  for (const [what, reached, of, percent] of summaryOf(coverage).shares) {
    lines.push(`  ${what.padEnd(12)} ${`${reached} of ${of}`.padStart(12)} ${percent.padStart(8)}`)
  }
  const failures = coverage.sessions.filter(({ failure }) => failure)
  if (failures.length > 0) lines.push('', 'Failed:')
  for (const { title, failure } of failures) {
    lines.push(`  ${inOneLine(title)}`, ...indented(failure?.message ?? ''))
  }
  for (const what of plannedKinds(coverage)) {
    for (const [why, names] of notReached(coverage[what])) {
      lines.push('', `${what}, ${names.length} not walked: ${inOneLine(why)}`)
      lines.push(...names.map((name) => `  ${inOneLine(name)}`))
    }
  }
  const journeys = missedJourneys(coverage)
  if (journeys.length > 0) lines.push('', `journeys, ${journeys.length} not walked:`)
  lines.push(...journeys.map((journey) => `  ${inOneLine(journey)}`))
  return printable(`${lines.join('\n')}\n`)
}

const indented = (message: string) => message.split('\n').map((line) => `    ${line}`)
