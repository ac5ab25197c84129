import { ConfigError } from './errors/auth-errors.ts'
import type { AuthPorts, HostedUi, IdentityPool, UserPool } from './ports/index.ts'

type CallName<Port> = {
  [Name in keyof Port]-?: Port[Name] extends (...given: never) => Promise<unknown> ? Name : never
}[keyof Port]

type Calls = Pick<UserPool, CallName<UserPool>> &
  Pick<IdentityPool, CallName<IdentityPool>> &
  Pick<HostedUi, 'redeemCode'>

/** By call to Cognito: gets the one of Cognito, and gives the one that is used. */
export type Override = {
  readonly [Name in keyof Calls]?: ((original: Calls[Name]) => Calls[Name]) | undefined
}

type Call = (...given: unknown[]) => unknown
type Port = Readonly<Record<string, Call>>

const owners = ['userPool', 'identityPool', 'hostedUi'] as const

/** @throws ConfigError for what is no call of these ports, or is replaced by what is no function. */
export function overrideCalls(ports: AuthPorts, override: Override): AuthPorts {
  const overridden = { ...ports } as unknown as Record<string, Port | undefined>
  for (const [name, wrap] of Object.entries(override)) {
    if (wrap === undefined) continue
    const owner = owners.find((key) => typeof overridden[key]?.[name] === 'function')
    const port = owner && overridden[owner]
    const value =
      typeof wrap === 'function' &&
      port &&
      (wrap as (call: unknown) => unknown)(port[name]?.bind(port))
    if (typeof value !== 'function') {
      throw new ConfigError(`"override.${name}" is no call of this auth`)
    }
    overridden[owner as string] = Object.create(port as Port, { [name]: { value } })
  }
  return overridden as unknown as AuthPorts
}
