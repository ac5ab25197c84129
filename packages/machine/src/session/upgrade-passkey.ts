import { withDeadline } from '../concurrency/deadline.ts'
import type { AuthPorts, LastSignIn, LastSignInStore } from '../ports/index.ts'
import type { SessionKeeper } from './session-keeper.ts'

/**
 * Creates a passkey without a dialog after a sign-in with a password (`mediation: 'conditional'`). Never rejects.
 * Until it succeeds it is stored as failed, so that the next sign-in prompts for a passkey instead: some browsers
 * never answer, and the page may be closed before they do.
 */
export async function upgradePasskey(
  keeper: SessionKeeper,
  { userPool, passkeys, lastSignIn }: AuthPorts,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<void> {
  note(lastSignIn, { hasFailedUpgrade: true })
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
    note(lastSignIn, { hasFailedUpgrade: false })
  } catch {
    // Stored as failed already.
  }
}

/** The user wants no more prompts in this browser. */
export function stopPasskeyPrompts(lastSignIn: LastSignInStore | undefined): void {
  note(lastSignIn, { isPasskeyPromptSkipped: true })
}

function note(store: LastSignInStore | undefined, what: Partial<LastSignIn>) {
  const last = store?.read()
  if (last) store?.save({ ...last, ...what })
}
