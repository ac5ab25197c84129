import { type Engine, operationContext } from './engine.ts'
import { password, username } from './input/members.ts'
import { readInput, structure } from './input/reader.ts'
import { checkPasswordPolicy } from './pool/credentials/password-policy.ts'
import { setPassword } from './pool/credentials/passwords.ts'
import { createUser } from './pool/users/create-user.ts'
import { findUser } from './pool/users/users.ts'

/** A user who can sign in from the start. */
export interface SeedUser {
  /** The name to sign in with: an e-mail address in a pool with e-mail sign-in. */
  readonly username: string
  readonly password: string
}

const input = structure({ username, password })

/**
 * Adds confirmed users. An e-mail or phone that is their username is verified. Existing users stay
 * unchanged.
 *
 * @throws Error if the pool does not accept a name or a password.
 */
export function seedUsers(engine: Engine, users: readonly SeedUser[]): void {
  for (const seed of users) {
    try {
      add(engine, readInput(input, seed))
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      throw new Error(`The user '${seed.username}' cannot be added: ${reason}`)
    }
  }
}

function add(engine: Engine, { username: name, password: secret }: SeedUser): void {
  const context = operationContext(engine)
  const { state } = context
  if (findUser(state, name)) return
  checkPasswordPolicy(state.options.Policies.PasswordPolicy, secret)
  const user = createUser(context, name, {}, 'CONFIRMED')
  const verified = (['email', 'phone_number'] as const).filter(
    (contact) => user.attributes[contact],
  )
  user.attributes = {
    ...user.attributes,
    ...Object.fromEntries(verified.map((contact) => [`${contact}_verified`, 'true'])),
  }
  setPassword(context, user, secret)
  state.users.set(user.sub, user)
}
