import { messageOf } from '@authchart/example-shared/messages'
import type { Reading } from '@authchart/machine'

interface ReadingStateProps {
  reading: Reading<unknown>
  /** What is read, in words. */
  what: string
  onRetry: () => void
}

/** Shows that data is loading, or why it did not load; nothing once it is there. */
export function ReadingState({ reading, what, onRetry }: ReadingStateProps) {
  const { data, failure } = reading
  if (failure) {
    return (
      <>
        <p className="alert" role="alert">
          {messageOf(failure)}
        </p>
        <div className="actions">
          <button type="button" onClick={onRetry}>
            Load {what} again
          </button>
        </div>
      </>
    )
  }
  return data ? null : <p className="hint">Loading {what}…</p>
}
