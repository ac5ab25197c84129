import { UsageError } from '../lib/parse-command.mjs'

/**
 * @param {import('./read-consumers.mjs').Consumer[]} all
 * @param {{ only?: string[], short?: boolean, long?: boolean }} values
 * @throws UsageError for a name that no project has
 */
export function chooseConsumers(all, { only, short = false, long = false }) {
  const unknown = only?.find((name) => !all.some((consumer) => consumer.name === name))
  if (unknown !== undefined) {
    const names = all.map(({ name }) => name).join(', ')
    throw new UsageError(`Unknown project "${unknown}"; there are ${names}`)
  }
  if (only) return all.filter(({ name }) => only.includes(name))
  return short === long ? all : all.filter(({ isLong }) => isLong === long)
}
