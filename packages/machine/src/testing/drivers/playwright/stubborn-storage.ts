/**
 * Runs in the page before the app: lets its storage refuse what the page's own name says, `reads`,
 * `writes` or `removals`. Only what belongs to a session is refused, as where there is no room for it.
 */
export function stubbornStorage(): void {
  const ours = /^CognitoIdentityServiceProvider\.|^authchart\..*\.redirects$/
  const methods = { getItem: 'reads', setItem: 'writes', removeItem: 'removals' } as const
  for (const [method, refused] of Object.entries(methods)) {
    const name = method as keyof typeof methods
    const original = Storage.prototype[name] as (...parameters: string[]) => string & undefined
    Storage.prototype[name] = function (this: Storage, ...parameters: string[]) {
      if (window.name === `refuses ${refused}` && ours.test(parameters[0] ?? '')) {
        throw new DOMException('The storage refuses', 'QuotaExceededError')
      }
      return original.apply(this, parameters)
    }
  }
}

type Refused = 'reads' | 'writes' | 'removals'

/** By actor, what its storage has to refuse for it to fail. */
export const refusedFor: Readonly<Record<string, Refused>> = {
  readSession: 'reads',
  redirectToSignIn: 'writes',
  revokeToken: 'removals',
  endSession: 'removals',
}
