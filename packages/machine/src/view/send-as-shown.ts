import type { AuthEvent } from '../chart/events.ts'

type Send = (event: AuthEvent) => void

/**
 * A `send` for each user who is shown, always the same for one. It drops what a screen of one user sends
 * when another one is signed in already: a click or an effect that was late.
 *
 * @param current the id of who is signed in now.
 */
export function sendAsShown(
  send: Send,
  current: () => string | undefined,
): (userId: string | undefined) => Send {
  const sends = new Map<string | undefined, Send>()
  return (userId) => {
    const sendAs: Send = (event) => {
      const now = current()
      if (userId === undefined || now === undefined || now === userId) send(event)
    }
    const known = sends.get(userId) ?? sendAs
    sends.set(userId, known)
    return known
  }
}
