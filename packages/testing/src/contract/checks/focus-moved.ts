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
  const heading = look.heading ? `the heading “${look.heading}”` : 'a heading of the screen'
  if (route !== previous) {
    return `the screen has changed to “${route}”, but the focus is nowhere\nFocus ${heading} when the route changes: give it tabindex="-1" and call focus().`
  }
  const isExternal = failure && step.kind === 'outcome'
  return isExternal
    ? `“${failure.code}” has come, but the focus is nowhere\nA button that is disabled while its request is under way loses the focus: give it back when the answer is there, to the field of view.failure or to the button. Or use aria-disabled.`
    : undefined
}
