import type { AccountCommand, AccountReadings, Reading } from '../chart/context.ts'
import type { SessionEvent } from '../chart/events.ts'
import { withDeadline } from '../concurrency/deadline.ts'
import { failureOf } from '../errors/load-failures.ts'
import { onAbort } from '../platform/abort.ts'
import type { AuthPorts, Passkey, RequestOptions, TokenSet } from '../ports/index.ts'
import type { Secret } from '../secret.ts'
import { forgetDeletedPasskeys } from './deleted-passkeys.ts'
import type { SessionKeeper } from './session-keeper.ts'
import { upgradePasskey } from './upgrade-passkey.ts'

type Part = keyof AccountReadings
type Read = (tokens: Secret<TokenSet>, options: RequestOptions) => Promise<unknown>

/** What is not done at once. */
export type AccountWork = Exclude<AccountCommand, { type: 'stopPasskeyPrompts' }>

interface AccountPlace {
  /** Sends to the chart. */
  send(event: SessionEvent): void
  /** Aborts when the user is no longer signed in. */
  readonly signal: AbortSignal
}

/**
 * Reads the data that the screens of a signed-in user show, each part on its own, and reports the
 * progress of each. A part that is requested again during its read is read again; the first response
 * is dropped. It also creates a passkey in the background.
 */
export function accountWork(
  keeper: SessionKeeper,
  ports: AuthPorts,
  timeoutMs: number,
  { send, signal: left }: AccountPlace,
): (command: AccountWork) => void {
  const { userPool } = ports
  const reads: Record<Part, Read> = {
    profile: (tokens, options) => userPool.getUser(tokens, options),
    devices: (tokens, options) => userPool.listDevices(tokens, options),
    passkeys: (tokens, options) => userPool.listPasskeys(tokens, options),
    factors: (tokens, options) => userPool.getFactors(tokens, options),
  }

  const running = new Map<Part, AbortController>()
  const known = new Map<Part, unknown>()

  function report(part: Part, reading: Reading<unknown>) {
    send({ type: 'account.read', readings: { [part]: reading } } as SessionEvent)
  }

  async function load(part: Part) {
    const controller = new AbortController()
    running.get(part)?.abort()
    running.set(part, controller)
    if (left.aborted) return
    const before = known.get(part)
    report(part, { data: before, isLoading: true, failure: undefined })
    try {
      const data = await withDeadline(
        timeoutMs,
        (signal) => keeper.withTokens((tokens) => reads[part](tokens, { signal })),
        controller.signal,
      )
      if (controller.signal.aborted) return
      known.set(part, data)
      report(part, { data, isLoading: false, failure: undefined })
      if (part === 'passkeys') {
        await forgetDeletedPasskeys(keeper, ports, (before ?? []) as Passkey[], data as Passkey[])
      }
    } catch (error) {
      const failure = await failureOf(error)
      if (controller.signal.aborted) return
      report(part, { data: known.get(part), isLoading: false, failure })
    }
  }

  onAbort(left, () => {
    for (const controller of running.values()) controller.abort()
  })

  return (command) => {
    if (command.type === 'upgradePasskey') void upgradePasskey(keeper, ports, timeoutMs, left)
    else if (command.type === 'load' || running.has(command.part)) void load(command.part)
  }
}
