import type { PendingLeaf, ViewOf } from '@authchart/machine'

type SignedInView = ViewOf<'signedIn'>

/**
 * The view as one of several forms on a screen sees it. The request and the failure of another form
 * are not its own, but while any request is under way it has to wait: `isPending` stays.
 */
export function sectionView(
  view: SignedInView,
  task: PendingLeaf | undefined,
  own: readonly PendingLeaf[],
): SignedInView {
  return task && own.includes(task) ? view : { ...view, pending: undefined, failure: undefined }
}
