import { routeOf } from '@authchart/machine'
import { type AuthSnapshot, connect, pathOf } from '@authchart/machine/xstate'
import type { AnyMachineSnapshot } from 'xstate'
import type { Ui, Words } from './define-ui.ts'

/** What has to be readable, by the contract, where the chart is as `after`. */
export function wordsOf({ shows }: Ui<never>, after: AnyMachineSnapshot): readonly string[] {
  if (!shows) return []
  const { failure, notice } = after.context
  return [
    failure && shows.failure?.(failure),
    notice && shows.notice?.(notice),
    ofScreen(shows.screen ?? {}, after as AuthSnapshot),
  ].flatMap((words: Words) => words ?? [])
}

function ofScreen(screens: object, snapshot: AuthSnapshot): Words {
  const path = pathOf(snapshot)
  // A screen that a developer has added has no view of ours.
  if (!Object.hasOwn(routeOf, path)) return undefined
  const textsOf = (screens as Readonly<Record<string, (view: unknown) => Words>>)[routeOf[path]]
  return textsOf?.(connect(snapshot, () => undefined))
}
