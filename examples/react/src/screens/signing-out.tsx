import { titles } from '@authchart/example-shared/titles'

export function SigningOut() {
  return (
    <h1 className="quiet" tabIndex={-1}>
      {titles.signingOut}
    </h1>
  )
}
