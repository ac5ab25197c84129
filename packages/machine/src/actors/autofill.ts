import { loadChunk } from '../platform/load-chunk.ts'
import type { AuthPorts } from '../ports/index.ts'
import type { Requests } from './request.ts'

/** The passkeys in the list of the field for the user name. */
export function autofillRequests(
  ports: AuthPorts,
  timeoutMs: number,
): Pick<Requests, 'autofillPasskey'> {
  const { userPool, passkeys, lastSignIn } = ports
  return {
    async autofillPasskey(_, options) {
      const last = lastSignIn?.read()
      const isConfigured = userPool.passwordless?.factors.includes('PASSKEY')
      if (passkeys && isConfigured && last?.factor === 'PASSKEY') {
        const { autofillPasskey } = await loadChunk(
          import('./autofill-passkey.ts'),
          'What offers passkeys in a field',
        )
        const { username } = last
        const picked = await autofillPasskey({ ...ports, passkeys, username, timeoutMs }, options)
        if (picked) return picked
      }
      // Nothing to pick: no result either, which would be a change of the view.
      return new Promise<never>(() => undefined)
    },
  }
}
