import type { AnyStateMachine, AnyStateNode } from 'xstate'
import type { OwnScreen } from '../view/own-screen.ts'
import type { AnyStep } from './step.ts'

const found = new WeakMap<object, readonly AnyStep[]>()

/** The steps of the app's own in a chart, in the order of its states; empty for the shipped one. */
export function stepsOf({ root }: AnyStateMachine): readonly AnyStep[] {
  const known = found.get(root) ?? stepsIn(root)
  found.set(root, known)
  return known
}

function stepsIn(node: AnyStateNode): readonly AnyStep[] {
  const { screen }: { screen?: OwnScreen } = node.meta ?? {}
  const inner = Object.values(node.states).flatMap((child) => stepsIn(child as AnyStateNode))
  return screen?.step ? [screen.step, ...inner] : inner
}
