import type { AuthSnapshot } from '@authchart/machine/xstate'
import type { AnyStateNode, AnyTransitionDefinition } from 'xstate'
import type { Candidate } from './trace-event.ts'

const pathOf = ({ path }: Pick<AnyStateNode, 'path'>) => path.join('.')

/** A guard by its name: `null` without one. */
export function guardOf({ guard }: AnyTransitionDefinition): string | null {
  if (guard === undefined || guard === null) return null
  if (typeof guard === 'string') return guard
  if (typeof guard === 'function') return guard.name || 'inline'
  return guard.type
}

/** Which transition it is, among those of its state for its event. */
export function sourceOf(transition: AnyTransitionDefinition) {
  const { source, eventType } = transition
  const siblings = source.transitions.get(eventType) ?? source.always ?? []
  return {
    source: pathOf(source),
    branch: Math.max(0, siblings.indexOf(transition)),
    guard: guardOf(transition),
  }
}

/** Every transition of the chart that an event could have taken: why it was ignored. */
export function candidatesFor(
  { machine, _nodes }: AuthSnapshot,
  type: string,
): readonly Candidate[] {
  const active: ReadonlySet<AnyStateNode> = new Set(_nodes)
  const found: Candidate[] = []
  function visit(node: AnyStateNode) {
    for (const transition of node.transitions.get(type) ?? []) {
      const [target] = transition.target ?? []
      found.push({
        source: pathOf(node),
        target: target ? pathOf(target) : null,
        guard: guardOf(transition),
        isActive: active.has(node),
      })
    }
    for (const child of Object.values(node.states)) visit(child)
  }
  visit(machine.root)
  return found
}
