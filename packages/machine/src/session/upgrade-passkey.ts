import { withDeadline } from '../concurrency/deadline.ts'
import type { AuthPorts } from '../ports/index.ts'
import { notePasskeys, noteSignIn } from './note-sign-in.ts'
import type { SessionKeeper } from './session-keeper.ts'

/**
 * Creates a passkey without a dialog after a sign-in with a password (`mediation: 'conditional'`). Never rejects.
 * Until it succeeds it is stored as failed, so that the next sign-in prompts for a passkey instead: some browsers
 * never answer, and the page may be closed before they do.
 */
export async function upgradePasskey(
  keeper: SessionKeeper,
  ports: AuthPorts,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<void> {
  const { userPool, passkeys, lastSignIn } = ports
  notePasskeys(ports, { hasFailedUpgrade: true })
  try {
    const { request } = await withDeadline(
      timeoutMs,
      (signal) =>
        keeper.withTokens((tokens) => userPool.startPasskeyRegistration(tokens, { signal })),
      signal,
    )
    const credential = await passkeys?.create(request, { signal, mediation: 'conditional' })
    if (!credential) return
    await withDeadline(
      timeoutMs,
      (signal) =>
        keeper.withTokens((tokens) =>
          userPool.completePasskeyRegistration(tokens, { credential }, { signal }),
        ),
      signal,
    )
    notePasskeys(ports, { hasFailedUpgrade: false })
    noteSignIn(lastSignIn, { factor: 'PASSKEY' })
  } catch {
    // Stored as failed already.
  }
}
