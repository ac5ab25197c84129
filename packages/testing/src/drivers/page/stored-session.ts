import type { AuthUser, RestoreResult } from '@authchart/machine'
import type { Outcome } from '../../catalogue/outcome.ts'
import { otherUser, user as person } from '../../catalogue/person.ts'
import type { ScriptedCognito } from '../../scripted-cognito/scripted-cognito.ts'
import { storedSession } from '../../scripted-cognito/storage-of.ts'

type Items = Readonly<Record<string, string>>

/** Tokens that have to be refreshed, though they are still good. In s. */
const dueAge = 3_575
const expiredAge = 3_700

/** Keeps track of the user whose tokens the browser stores during a walk. */
export class StoredSession {
  readonly #cognito: ScriptedCognito
  #user: AuthUser | undefined

  constructor(cognito: ScriptedCognito) {
    this.#cognito = cognito
  }

  get isThere(): boolean {
    return this.#user !== undefined
  }

  /** The user that an outcome signs in; none if it signs out. */
  follow({ actor, output }: Outcome): void {
    const found = output?.(0) as { readonly user?: AuthUser } | undefined
    if (found?.user && actor !== 'refreshSession') this.#user = found.user
    if (actor === 'revokeToken' || actor === 'endSession') this.#user = undefined
  }

  /** What has to be stored for the page to read an outcome, of the same user as before. */
  asRead({ output }: Outcome): Items {
    const found = output?.(0) as Extract<RestoreResult, { user: AuthUser }>
    const { userId, username, email } = this.#user ?? found.user
    this.#user = { ...found.user, userId, username, email }
    return this.#items(found.kind === 'due' ? expiredAge : 0)
  }

  /** Another user signs in, as the page will read it. */
  ofAnother(read: Outcome | undefined): Items {
    this.#user = this.#user?.userId === person.userId ? otherUser : person
    return read ? this.asRead(read) : this.#items()
  }

  /** The same user's session, with new tokens. */
  renewed(): Items {
    return this.#items()
  }

  /** The same user's session, with tokens that are due. */
  due(): Items {
    return this.#items(dueAge)
  }

  end(): void {
    this.#user = undefined
  }

  #items(age = 0): Items {
    return storedSession(this.#user ?? person, this.#cognito.moment(), age)
  }
}
