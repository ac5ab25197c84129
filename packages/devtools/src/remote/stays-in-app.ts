import type { LegalEvent } from '../source/panel-source.ts'

/** Whether an event is sent with something that must not travel: a password, a code. */
export const takesSecrets = ({ fields = [] }: LegalEvent): boolean =>
  fields.some(({ kind }) => kind === 'secret')

/** Whether an event is not sent from elsewhere: with a secret, or when it cannot be taken back. */
export const staysInApp = (event: LegalEvent): boolean =>
  takesSecrets(event) || event.confirm !== undefined
