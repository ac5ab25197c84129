import type { Oracle } from '../sight.ts'

/** Whoever uses a keyboard or a screen reader is taken along to a new screen, and to a failure. */
export const focusMoved: Oracle = ({
  look,
  route,
  previous,
  failure,
  isPending,
  isFirst,
  step,
}) => {
  if (look.focus || isPending || isFirst) return undefined
  if (route !== previous) return `the screen has changed to “${route}”, but the focus is nowhere`
  const isNews = failure && step.kind === 'outcome'
  return isNews ? `“${failure.code}” has come, but the focus is nowhere` : undefined
}
