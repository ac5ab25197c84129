import { descriptionOf } from '@authchart/machine/xstate'
import type { AnyStateMachine, AnyStateNode } from 'xstate'

/** A state of a chart. */
export interface ChartNode {
  /** Its path: `signedIn.tasks.updatingAttributes`; empty for the root. */
  readonly id: string
  readonly key: string
  /** The path of the parent state; absent for the root. */
  readonly parent?: string
  /** Where one gets to when one enters it; absent for a leaf. */
  readonly initial?: string
  readonly description?: string
  readonly tags: readonly string[]
  /** The names of the actors that run while it is active. */
  readonly invokes: readonly string[]
}

/** What makes a chart move. */
export type ChartEdgeKind =
  | 'action'
  /** An actor has answered. */
  | 'done'
  /** An actor has failed. */
  | 'error'
  /** Time has passed. */
  | 'after'
  /** At once, if its guard is true. */
  | 'always'

/** A transition of a chart. */
export interface ChartEdge {
  readonly id: string
  readonly kind: ChartEdgeKind
  readonly source: string
  /** Absent where it only does something, and one stays. */
  readonly target?: string
  /** What happens, readable: `signIn.submit`, `signIn answers`, `signIn fails`, `after resendCooldown`. */
  readonly label: string
  readonly guard?: string
  readonly actions: readonly string[]
}

/** A chart as a graph: what pictures, tables and the panel are drawn from. */
export interface ChartGraph {
  readonly nodes: readonly ChartNode[]
  readonly edges: readonly ChartEdge[]
}

/** The graph of any machine: of ours, or of one that a developer has extended. In the order of the code. */
export function chartGraph(machine: AnyStateMachine): ChartGraph {
  const nodes: ChartNode[] = []
  const edges: ChartEdge[] = []
  const visit = (node: AnyStateNode) => {
    nodes.push(nodeOf(node))
    edges.push(...edgesOf(node))
    for (const child of Object.values(node.states)) visit(child)
  }
  visit(machine.root)
  return { nodes, edges }
}

const pathOf = ({ path }: AnyStateNode): string => path.join('.')

function nodeOf(node: AnyStateNode): ChartNode {
  const { key, parent, tags, invoke, initial } = node
  const first = initial?.target?.[0]
  const description = descriptionOf(node)
  return {
    id: pathOf(node),
    key,
    ...(parent && { parent: pathOf(parent) }),
    ...(first && { initial: pathOf(first) }),
    ...(description && { description }),
    tags,
    invokes: invoke.map(({ id }) => id),
  }
}

function edgesOf(node: AnyStateNode): ChartEdge[] {
  const all = [...node.transitions].flatMap(([type, branches]) =>
    branches.map((branch) => ({ type, branch })),
  )
  const always = (node.always ?? []).map((branch) => ({ type: '', branch }))
  const source = pathOf(node)
  return [...all, ...always].map(({ type, branch }, index) => {
    const target = branch.target?.[0]
    const guard = nameOf(branch.guard)
    return {
      id: `${source}#${index}`,
      source,
      ...causeOf(type),
      ...(target && { target: pathOf(target) }),
      ...(guard && { guard }),
      actions: branch.actions.map(nameOf).filter((name) => name !== undefined),
    }
  })
}

const actorEvent = /^xstate\.(done|error)\.actor\.(.+)$/
const timerEvent = /^xstate\.after\.([^.]+)\./

function causeOf(type: string): Pick<ChartEdge, 'kind' | 'label'> {
  const [, ending, actor] = actorEvent.exec(type) ?? []
  if (ending === 'done') return { kind: 'done', label: `${actor} answers` }
  if (ending === 'error') return { kind: 'error', label: `${actor} fails` }
  const [, delay] = timerEvent.exec(type) ?? []
  if (delay) return { kind: 'after', label: `after ${delay}` }
  return type === '' ? { kind: 'always', label: 'at once' } : { kind: 'action', label: type }
}

/** How a chart calls what happens, by the type of its event; of `always` that is empty. */
export function labelOf(type: string): string {
  return causeOf(type).label
}

/** The name of a guard or an action; `undefined` for an inline function. */
function nameOf(used: unknown): string | undefined {
  if (typeof used === 'string') return used
  const type = (used as { readonly type?: unknown } | undefined)?.type
  return typeof type === 'string' ? type : undefined
}
