import type { Oracle } from '../sight.ts'

/** One request for each thing that is asked. */
export const oneRequest: Oracle = ({ requests }) => {
  const twice = [...requests].filter(([, count]) => count > 1)
  return twice.length > 0
    ? `asked more than once: ${twice.map(([operation, count]) => `${operation} ${count} times`).join(', ')}`
    : undefined
}
