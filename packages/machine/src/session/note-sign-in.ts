import type { AuthPorts, LastSignIn, LastSignInStore, PasskeyNotes } from '../ports/index.ts'

/** The answers of the same user about passkeys stay. */
export function saveSignIn(store: LastSignInStore | undefined, last: LastSignIn | undefined): void {
  if (!store || !last) return
  const stored = store.read()
  store.save({ ...(stored?.username === last.username ? stored : undefined), ...last })
}

/** Adds to what is stored about the user who signed in last. */
export function noteSignIn(store: LastSignInStore | undefined, what: Partial<LastSignIn>): void {
  const last = store?.read()
  if (last) store?.save({ ...last, ...what })
}

type Stores = Pick<AuthPorts, 'lastSignIn' | 'passkeyNotes'>

/** For the user who signed in last, or for the browser where no user is stored. */
export function notePasskeys({ lastSignIn, passkeyNotes }: Stores, what: PasskeyNotes): void {
  noteSignIn(lastSignIn, what)
  passkeyNotes?.save({ ...passkeyNotes.read(), ...what })
}

/** @param username as typed: another user of this browser has answered for themselves only */
export function passkeyNotesOf(
  { lastSignIn, passkeyNotes }: Stores,
  username: string,
): PasskeyNotes | undefined {
  const last = lastSignIn?.read()
  return last?.username === username ? last : passkeyNotes?.read()
}
