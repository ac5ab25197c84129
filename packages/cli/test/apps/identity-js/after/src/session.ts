import { auth } from './auth'
import { answer, signOut } from './auth-calls'

/** Calls back with the ID token, or with nothing when no user is signed in. */
export function withToken(use: (token: string | undefined) => void): void {
  const user = auth.getView().user ?? null
  if (!user) {
    use(undefined)
    return
  }
  answer(auth.getSession(), (error: Error | null, session) => {
    if (error) use(undefined)
    else use(session.idToken)
  })
}

export function leave(): void {
  const user = auth.getView().user ?? null
  if (user !== null) signOut()
}
