import type { AuthUser } from '../auth-user.ts'

export interface Greeting {
  /** The user's name, or else the e-mail or the username. */
  readonly name: string
  /** The provider that has signed the user in, e.g. `Google`; `undefined` for the user pool itself. */
  readonly provider: string | undefined
}

export function greetingOf({ name, email, username, provider }: AuthUser): Greeting {
  return { name: name ?? email ?? username, provider }
}
