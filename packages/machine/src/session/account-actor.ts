import { fromCallback } from 'xstate'
import type { AccountCommand, Reading } from '../chart/context.ts'
import type { SessionEvent } from '../chart/events.ts'
import { failureOf } from '../errors/load-failures.ts'
import { lazy } from '../platform/lazy.ts'
import type { AuthPorts } from '../ports/index.ts'
import type { AccountWork } from './account-work.ts'
import { notePasskeys } from './note-sign-in.ts'
import type { SessionKeeper } from './session-keeper.ts'

/** Lives as long as the user is signed in. Its work is loaded by the first command. */
export function accountActor(keeper: SessionKeeper, ports: AuthPorts, timeoutMs: number) {
  return fromCallback<AccountCommand>(({ receive, sendBack }) => {
    const left = new AbortController()
    const send: (event: SessionEvent) => void = sendBack
    const load = lazy(
      () => import('./account-work.ts'),
      ({ accountWork }) => accountWork(keeper, ports, timeoutMs, { send, signal: left.signal }),
      'What reads the account',
    )
    let work: ((command: AccountWork) => void) | undefined

    function report(command: AccountWork, state: Partial<Reading<never>>) {
      if (command.type !== 'load') return
      const reading = { data: undefined, isLoading: false, failure: undefined, ...state }
      send({ type: 'account.read', readings: { [command.part]: reading } })
    }

    async function runLater(command: AccountWork) {
      report(command, { isLoading: true })
      try {
        work = await load()
        work(command)
      } catch (error) {
        report(command, { failure: await failureOf(error) })
      }
    }

    receive((command) => {
      // At once: the user may leave the page.
      if (command.type === 'stopPasskeyPrompts')
        notePasskeys(ports, { isPasskeyPromptSkipped: true })
      else if (work) work(command)
      else void runLater(command)
    })
    return () => left.abort()
  })
}
