import type { Oracle } from '../sight.ts'

/** One request for each thing that is asked. */
export const oneRequest: Oracle = ({ requests }) => {
  const twice = [...requests].filter(([, count]) => count > 1)
  return twice.length > 0
    ? `asked more than once: ${twice.map(([operation, count]) => `${operation} ${count} times`).join(', ')}\nCall the action once for each submit: in onSubmit of the form, not in onClick of its button as well.`
    : undefined
}
