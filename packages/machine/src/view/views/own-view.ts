import type { BaseView } from './base-view.ts'

/** The view of a step that the app has added to the chart. */
export interface OwnView extends Omit<BaseView, 'pending'> {
  readonly route: string
  /** The action in flight, by its name; `undefined` when none is. */
  readonly pending: string | undefined
}
