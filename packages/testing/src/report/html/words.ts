import { type Row, type Status, statusOf, whyNot } from '../coverage.ts'
import { escapeMarkup } from '../escape-markup.ts'

/** What stands beside every colour. */
const marks: Readonly<Record<Status, string>> = {
  walked: '✓',
  failed: '✗',
  planned: '…',
  missed: '○',
}

/** `✓ 12×`, `✗ 1 failed, 3× right`, `○ not walked: …`. */
export function stateOf(row: Row): string {
  const status = statusOf(row)
  const { walked, failed } = row
  if (status === 'walked') return `${marks.walked} ${walked}×`
  if (status === 'failed') {
    const right = walked > 0 ? `, ${walked}× right` : ''
    return `<span class="bad">${marks.failed} ${failed} failed</span>${right}`
  }
  return `${marks[status]} not walked: ${escapeMarkup(whyNot(row) ?? '')}`
}

export function idOf(leaf: string): string {
  return `leaf-${leaf.replace(/[^\w.-]/g, '_')}`
}
