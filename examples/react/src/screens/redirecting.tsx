import { titles } from '@authchart/example-shared/titles'
import type { ViewOf } from '@authchart/machine'

/** There until the browser has left for the hosted UI. */
export function Redirecting({ view }: { view: ViewOf<'redirecting'> }) {
  return (
    <>
      <h1 className="quiet" tabIndex={-1}>
        {titles.redirecting}
      </h1>
      <div className="actions">
        <button type="button" onClick={view.cancel}>
          Cancel
        </button>
      </div>
    </>
  )
}
