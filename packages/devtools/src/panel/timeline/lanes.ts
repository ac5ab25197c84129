import type { Lane } from '../../trace/trace-event.ts'
import { h } from '../elements/h.ts'

export const lanes: readonly { readonly lane: Lane; readonly label: string }[] = [
  { lane: 'user', label: 'User' },
  { lane: 'machine', label: 'Machine' },
  { lane: 'cognito', label: 'Cognito' },
  { lane: 'storage', label: 'Storage' },
  { lane: 'tabs', label: 'Tabs' },
]

/** Stands beside the name of its lane, never alone. */
export function laneDot(lane: Lane): HTMLElement {
  return h('span', { class: `dot lane-${lane}`, 'aria-hidden': 'true' })
}
