import type { AnyMachineSnapshot, AnyStateNode } from 'xstate'

/** The active leaf. A chart that is walked is not parallel, so there is exactly one. */
export function leafNode({ machine, value }: AnyMachineSnapshot): AnyStateNode {
  let node: AnyStateNode = machine.root
  for (let rest: unknown = value; rest !== undefined; ) {
    const key: string | undefined = typeof rest === 'string' ? rest : Object.keys(rest as object)[0]
    const child = key === undefined ? undefined : node.states[key]
    if (key === undefined || !child) break
    node = child
    rest = typeof rest === 'string' ? undefined : (rest as Record<string, unknown>)[key]
  }
  return node
}

export function pathOfNode(node: AnyStateNode): string {
  return node.path.join('.') || '(root)'
}

/** From a state up to the root. */
export function* lineage(node: AnyStateNode): Generator<AnyStateNode> {
  for (let up: AnyStateNode | undefined = node; up; up = up.parent) yield up
}
