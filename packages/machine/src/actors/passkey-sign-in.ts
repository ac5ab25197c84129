import { loadChunk } from '../platform/load-chunk.ts'
import type { AuthPorts } from '../ports/index.ts'
import { requirePasskeys } from './passkeys.ts'
import type { Requests } from './request.ts'

/** The ceremonies of a sign-in: in a dialog, and in the list of the field for the user name. */
export function passkeySignInRequests(
  ports: AuthPorts,
  timeoutMs: number,
): Pick<Requests, 'getPasskey' | 'autofillPasskey'> {
  const { userPool, passkeys, lastSignIn } = ports
  return {
    getPasskey: async ({ request }, options) => ({
      credential: await requirePasskeys(passkeys).get(request, options),
    }),

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
