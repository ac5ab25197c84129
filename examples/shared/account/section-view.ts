import type { PendingLeaf } from '@authchart/machine'
import type { FormView } from '../forms/form.ts'

/**
 * The view as one of several forms on a screen sees it. The request and the failure of another form
 * are not its own. While any request is pending it has to wait: `isPending` stays.
 */
export function sectionView<View extends FormView>(
  view: View,
  task: PendingLeaf | undefined,
  own: readonly PendingLeaf[],
): View {
  return task && own.includes(task) ? view : idleView(view)
}

/** The view of a form while another form shows the failure. */
export function idleView<View extends FormView>(view: View): View {
  return { ...view, pending: undefined, failure: undefined }
}
