import type { PendingLeaf } from '@authchart/machine'
import type { FormView } from '../forms/form.ts'

/**
 * The view as one of several forms on a screen sees it. The request and the failure of another form
 * are not its own, but while any request is under way it has to wait: `isPending` stays.
 */
export function sectionView<View extends FormView>(
  view: View,
  task: PendingLeaf | undefined,
  own: readonly PendingLeaf[],
): View {
  return task && own.includes(task) ? view : idleView(view)
}

/** As a form sees the view while what is told is told beside another one. */
export function idleView<View extends FormView>(view: View): View {
  return { ...view, pending: undefined, failure: undefined }
}
