import type { Behaviour } from './behaviour.ts'

/** A function whose result is computed once for each behaviour. */
export function perBehaviour<Result extends object>(
  compute: (behaviour: Behaviour) => Result,
): (behaviour: Behaviour) => Result {
  const results = new WeakMap<Behaviour, Result>()
  return (behaviour) => {
    const result = results.get(behaviour) ?? compute(behaviour)
    results.set(behaviour, result)
    return result
  }
}
