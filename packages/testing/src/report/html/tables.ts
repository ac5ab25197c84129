import type { Row, SessionRow } from '../coverage.ts'
import { escapeMarkup } from '../escape-markup.ts'
import { seconds } from '../summary.ts'
import { stateOf } from './words.ts'

/** What the map shows, for who does not see it, and what it cannot show. */
export function rowTable(caption: string, rows: readonly Row[]): string {
  const lines = rows.map(
    (row) =>
      `<tr><th scope="row">${escapeMarkup(row.name)}</th>${number(row.planned)}${number(row.walked)}${number(row.failed)}<td>${stateOf(row)}</td></tr>`,
  )
  const head = ['planned', 'walked', 'failed'].map(
    (text) => `<th scope="col" class="number">${text}</th>`,
  )
  return table(
    caption,
    `<th scope="col">name</th>${head.join('')}<th scope="col">result</th>`,
    lines,
  )
}

export function sessionTable(sessions: readonly SessionRow[]): string {
  const lines = sessions.map((session) => {
    const { title, status, ms, start, steps } = session
    const result = status === 'failed' ? '<span class="bad">✗ failed</span>' : marks[status]
    const list = [start, ...steps].map((step) => `<li>${escapeMarkup(step)}</li>`).join('')
    return `<tr><th scope="row"><details><summary>${escapeMarkup(title)}</summary><ol>${list}</ol></details></th><td>${result}</td><td class="number">${seconds(ms)}</td></tr>`
  })
  const head =
    '<th scope="col">session</th><th scope="col">result</th><th scope="col" class="number">time</th>'
  return table('Sessions', head, lines)
}

/** What failed, and the steps to it. */
export function failureList(sessions: readonly SessionRow[]): string {
  return sessions
    .flatMap(({ title, failure }) => (failure ? [{ title, failure }] : []))
    .map(({ title, failure: { message, replay } }) => {
      const steps = [replay.start, ...replay.steps].map((step) => `<li>${escapeMarkup(step)}</li>`)
      return `<details class="failure"><summary><b>${escapeMarkup(title)}</b> <code class="bad">${escapeMarkup(message)}</code></summary><ol>${steps.join('')}</ol></details>`
    })
    .join('\n')
}

const marks = { passed: '✓ passed', 'not run': '… not run' }

const number = (count: number) => `<td class="number">${count}</td>`

/** It scrolls by itself, so the keyboard must be able to get into it. */
const table = (caption: string, head: string, lines: readonly string[]) =>
  `<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table><caption class="quiet">${caption}</caption><thead><tr>${head}</tr></thead><tbody>\n${lines.join('\n')}\n</tbody></table></div>`
