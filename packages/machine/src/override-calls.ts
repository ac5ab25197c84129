import { ConfigError } from './errors/auth-errors.ts'
import type { UserPool } from './ports/index.ts'

type CallName = {
  [Name in keyof UserPool]-?: UserPool[Name] extends (...given: never) => unknown ? Name : never
}[keyof UserPool]

/** By call of the user pool: gets the one of Cognito, and gives the one that is used. */
export type Override = {
  readonly [Name in CallName]?: (original: UserPool[Name]) => UserPool[Name]
}

/** @throws ConfigError for what is no call of a user pool. */
export function overrideCalls(userPool: UserPool, override: Override): UserPool {
  const own = Object.fromEntries(
    Object.entries(override).map(([name, wrap]) => {
      const original = userPool[name as CallName]
      if (typeof original !== 'function' || typeof wrap !== 'function') {
        throw new ConfigError(`"override.${name}" is no call of a user pool`)
      }
      return [name, (wrap as (call: unknown) => unknown)(original.bind(userPool))]
    }),
  )
  return Object.assign(Object.create(userPool), own)
}
