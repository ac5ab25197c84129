import { titles } from '@authchart/example-shared/titles'

export function Restoring() {
  return (
    <h1 className="quiet" tabIndex={-1}>
      {titles.restoring}
    </h1>
  )
}
