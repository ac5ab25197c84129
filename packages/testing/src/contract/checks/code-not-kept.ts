import type { Oracle } from '../sight.ts'

/** A code that was refused is of no more use: its field is empty for the next one. */
export const codeNotKept: Oracle = ({ failure, isPending, step, look: { keptCodes } }) =>
  step.kind === 'outcome' && !isPending && failure?.field === 'code' && keptCodes.length > 0
    ? `the code was refused (${failure.code}), but it is still in ${keptCodes.join(', ')}\nEmpty the field when view.failure.field is code: the next code would be typed behind it.`
    : undefined
