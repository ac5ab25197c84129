import type { Step } from '../../model/model.ts'

/** What takes longest in a page: other tabs, and waiting for time-outs. */
export function costInPage({ kind, outcome }: Step): number {
  if (kind === 'external') return 3
  return outcome?.rejection?.type === 'TimeoutError' ? 4 : 2
}
