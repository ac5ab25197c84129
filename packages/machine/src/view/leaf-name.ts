import { routeOf } from './route.ts'

/** `signedIn`, `signedIn.tasks` …: what the leaves of the shipped chart are inside. */
const shipped = new Set(
  Object.keys(routeOf).flatMap((path) => {
    const keys = path.split('.')
    return keys.slice(1).map((_, index) => keys.slice(0, index + 1).join('.'))
  }),
)

/**
 * What to call a leaf where a person reads it. A leaf of a step of the app's own is called by the step, wherever the
 * chart has it; any other leaf by its path.
 *
 * @example
 * leafName('signedIn.acceptTerms.editing') // 'acceptTerms.editing'
 * leafName('signedIn.setupTotp.editing') // 'signedIn.setupTotp.editing'
 */
export function leafName(path: string): string {
  if (Object.hasOwn(routeOf, path)) return path
  const keys = path.split('.')
  let from = 0
  while (keys.length - from > 2 && shipped.has(keys.slice(0, from + 1).join('.'))) from += 1
  return keys.slice(from).join('.')
}
