import type { AnyStep, Auth, ScreenEvent } from '@authchart/machine'
import { expectedOf } from '../contract/check-input.ts'
import { checkUi } from '../contract/check-ui.ts'
import { type ActionType, impossibleInUi, type Ui } from '../contract/define-ui.ts'
import { takeSnapshot } from '../contract/page-snapshot.ts'
import { typedFor } from '../contract/reveal.ts'
import { Screens } from '../contract/screens.ts'
import { secretTexts } from '../contract/secret-texts.ts'
import type { DriverKind } from '../run/driver.ts'
import { rejectUnknown } from '../run/reject-unknown.ts'
import { scriptedPasswordless } from '../scripted-cognito/pool.ts'
import { impossibleByFactors } from './impossible-by-factors.ts'
import { wireDriver } from './wire/wire-driver.ts'
import type { Surface } from './wire/wire-options.ts'

/** An app that is rendered into a document. */
export interface Rendered<Handle> {
  /** What the contract finds things with: the queries of Testing Library, and its user. */
  readonly handle: Handle
  /** An element of the app: its document is looked at. */
  readonly container: Element
  readonly unmount: () => Promise<unknown> | unknown
}

export interface TestingLibraryOptions<Handle> {
  /** The contract of the UI: see `defineUi`. */
  readonly ui: Ui<Handle>
  /** Renders the app with this `auth`, which is a new one for each walk, already started. */
  readonly render: (auth: Auth) => Promise<Rendered<Handle>> | Rendered<Handle>
  /** Longer than any screen takes to appear, in ms; by default 2 000. */
  readonly patienceMs?: number
  /** The steps of the app's own: walks decide how their actions end. Plan with `stepsBehaviour`. */
  readonly steps?: readonly AnyStep[] | undefined
}

/**
 * Walks through a UI in a DOM without a browser (happy-dom, jsdom), by its contract: the whole
 * machine over a scripted Cognito, as with `wireDriver`. After each step all checks run on the screen.
 * It is fast, but it does not see layout, real storages and the address bar.
 *
 * @example
 * const driver = testingLibraryDriver({
 *   ui: myUi,
 *   render: (auth) => {
 *     const { container, unmount } = render(<App auth={auth} />)
 *     return { handle: within(container), container, unmount }
 *   },
 * })
 *
 * @throws TypeError if the contract lacks a screen or an action.
 */
export function testingLibraryDriver<Handle>(options: TestingLibraryOptions<Handle>): DriverKind {
  const { ui, render, patienceMs = 2_000, steps } = options
  rejectUnknown('testingLibraryDriver', options, ['ui', 'render', 'patienceMs', 'steps'])
  checkUi(ui)
  const driver = wireDriver({
    flow: 'USER_PASSWORD_AUTH',
    ...(steps && { steps }),
    surface: async ({ auth }, { steps }): Promise<Surface> => {
      const { handle, container, unmount } = await render(auth)
      const document = container.ownerDocument
      const screens = new Screens({
        ui,
        handle,
        snapshot: () => takeSnapshot(document),
        patienceMs,
      })
      const secrets = secretTexts(steps)
      let isFirst = true
      return {
        act(event: ScreenEvent) {
          const act = ui.actions[event.type as ActionType] as (
            handle: Handle,
            payload: unknown,
          ) => unknown
          return act(handle, typedFor(event))
        },
        async check(step) {
          const expected = expectedOf(step)
          await screens.runChecks(expected, () => ({ secrets, requests: new Map(), isFirst }))
          // Before the first screen is at rest, there was no focus that could have moved.
          isFirst &&= expected.route === 'restoring' || expected.isPending
        },
        close: unmount,
      }
    },
  })
  return {
    ...driver,
    cannotTake: (step) =>
      impossibleInUi(ui, step) ??
      impossibleByFactors({ passwordless: scriptedPasswordless }, step) ??
      driver.cannotTake?.(step),
  }
}
