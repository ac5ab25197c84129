import type { LegalEvent } from '../source/panel-source.ts'

/** Whether an event is sent with something that must not travel: a password, a code. */
export function takesSecrets({ fields = [] }: LegalEvent): boolean {
  return fields.some(({ kind }) => kind === 'secret')
}

/** Whether an event is not sent from elsewhere: with a secret, or when it cannot be taken back. */
export function staysInApp(event: LegalEvent): boolean {
  return takesSecrets(event) || event.confirm !== undefined
}
