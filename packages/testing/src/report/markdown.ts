import type { Coverage, SessionRow } from './coverage.ts'
import { inOneLine, printable } from './printable.ts'
import { missedJourneys, notReached, plannedKinds, sentenceOf, summaryOf } from './summary.ts'

const shown = 50

/** For a pull request: a table, what failed, and what was not reached behind folds. */
export function markdownOf(coverage: Coverage): string {
  const { passed, failed, shares } = summaryOf(coverage)
  const rows = shares.map((share) => `| ${share.join(' | ')} |`)
  const parts = [
    `### ${failed > 0 || passed === 0 ? '❌' : '✅'} ${sentenceOf(coverage)}`,
    ['| | walked | of | share |', '|---|--:|--:|--:|', ...rows].join('\n'),
    ...coverage.sessions.flatMap(failureOf),
  ]
  for (const what of plannedKinds(coverage)) {
    for (const [why, names] of notReached(coverage[what])) {
      const listed = names.slice(0, shown).map((name) => `- ${codeOf(name)}`)
      const more = names.length > shown ? [`- and ${names.length - shown} more`] : []
      parts.push(fold(`${names.length} ${what} not walked: ${plain(why)}`, [...listed, ...more]))
    }
  }
  const journeys = missedJourneys(coverage)
  if (journeys.length > 0) {
    const listed = journeys.map((journey) => `- ${codeOf(journey)}`)
    parts.push(fold(`${journeys.length} journeys not walked`, listed))
  }
  return `${parts.join('\n\n')}\n`
}

function failureOf({ title, start, failure }: SessionRow): readonly string[] {
  if (!failure) return []
  const steps = [start, ...failure.replay.steps].map(
    (label, index) => `${index + 1}. ${codeOf(label)}`,
  )
  return [`**${plain(title)}**`, quote(failure.message), fold('how to get there', steps)]
}

const fold = (summary: string, lines: readonly string[]) =>
  `<details><summary>${summary}</summary>\n\n${lines.join('\n')}\n\n</details>`

const quote = (text: string) =>
  printable(text)
    .split(/[\n\u2028\u2029]/)
    .map((line) => `> ${plain(line)}`)
    .join('\n')

/** One line of text, with references for everything that Markdown, HTML and GitHub would interpret. */
const plain = (text: string) =>
  inOneLine(text).replace(/[\\`*_[\]<>|#@&~$]/g, (char) => `&#${char.charCodeAt(0)};`)

/** One line of code: names come from code and labels. */
const codeOf = (text: string) => `\`${inOneLine(text).replaceAll('`', "'")}\``
