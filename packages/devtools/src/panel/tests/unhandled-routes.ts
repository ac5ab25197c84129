import { type AnyStep, type AuthPath, routeOf } from '@authchart/machine'
import type { Coverage } from '@authchart/testing'
import type { Screens } from '../../app-ui/screens.ts'

interface Unhandled {
  readonly route: string
  readonly why: string
}

/** Routes for which the page had nothing of its own to show, and those that no walk could see. */
export function unhandledRoutes(
  screens: Screens | undefined,
  coverage: Pick<Coverage, 'leaves' | 'transitions'> | undefined,
  steps: readonly AnyStep[] = [],
): readonly Unhandled[] {
  const empty = [...(screens?.empty ?? [])].map((route) => ({
    route,
    why: 'In this session the page showed nothing of its own.',
  }))
  return coverage ? [...empty, ...unseen(coverage, steps)] : empty
}

/** Given for everything outside the criterion of a plan: no reason why it could not be seen. */
const generic = /^the plan covers/

/** No walk reached any of its leaves, and a reason is given. */
function unseen(
  { leaves, transitions }: Pick<Coverage, 'leaves' | 'transitions'>,
  steps: readonly AnyStep[],
) {
  const routeIn = (leaf: string): string => {
    const keys = leaf.split('.')
    const step = steps.find(({ route }) => keys.includes(route))
    return step?.route ?? routeOf[leaf as AuthPath] ?? keys[0]
  }
  const planned = new Set(
    leaves.flatMap(({ name, planned }) => (planned > 0 ? [routeIn(name)] : [])),
  )
  const reasons = new Map<string, string>()
  const rows = [
    ...leaves.map(({ name, why }) => ({ to: name, why })),
    ...transitions.map(({ to, why }) => ({ to, why })),
  ]
  for (const { to, why } of rows) {
    const route = routeIn(to)
    if (planned.has(route) || why === undefined || generic.test(why)) continue
    if (!reasons.has(route)) reasons.set(route, `Walks: ${why}.`)
  }
  return [...reasons].map(([route, why]) => ({ route, why }))
}
