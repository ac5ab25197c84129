import type { AuthEvent, AuthInput } from '@authchart/machine'
import { actorOf, pathOf } from '@authchart/machine/xstate'
import { answerBeforeStorageError } from '../../src/catalogue/answer-before-storage-error.ts'
import type { Outcome } from '../../src/catalogue/outcome.ts'
import { needsIdentityPool, noIdentityPool } from '../../src/drivers/needs-identity-pool.ts'
import type { Place, Step } from '../../src/model/model.ts'
import type { Walk } from '../../src/plan/walk.ts'
import type { Driver, DriverKind, ExpectedStep } from '../../src/run/driver.ts'
import { act, nextOutcomeName } from './act.ts'
import { type App, type Opening, openApp, requestOf } from './app.ts'
import { arrange, returned } from './arrange.ts'
import { openBackend, type SandboxAddress } from './backend.ts'
import { cannotTake, isPassed } from './cannot-take.ts'
import { announceUpcomingChanges, applyExternalEvent, confirmNewDevice } from './external-events.ts'
import { isAutofillNext } from './first-factors.ts'
import type { PausedRequest } from './gate.ts'
import { turn, until } from './until.ts'

export { sandboxBehaviour } from './behaviour.ts'

/** What is followed by a refresh, as the claims have changed. */
const renewing: readonly string[] = ['updateAttributes', 'deleteAttributes', 'verifyAttribute']

/** How long a request may take, in ms: as ever, or little where the walk waits for it. */
const timeouts = { usual: 15_000, short: 3_000 }

/**
 * The real app in this process over a sandbox: `createAuth` with the ports of Cognito, its view's
 * functions, real codes, tokens and challenges. Takes the walks of `sandboxBehaviour`; the sandbox is
 * emptied for each.
 */
export function sandboxDriver(
  sandbox: SandboxAddress,
): DriverKind & Required<Pick<DriverKind, 'cannotTake'>> {
  return {
    cannotTake: (step) =>
      !sandbox.identityPool && needsIdentityPool(step) ? noIdentityPool : cannotTake(step),
    open: () => openDriver(sandbox, openingOf),
  }
}

/** By default, how long a request may take depends on the walk. */
type DriverOpening = Omit<Opening, 'timeoutMs'> & Partial<Pick<Opening, 'timeoutMs'>>

/** SRP takes its time: only the first sign-in on the form uses it. */
const withPassword = {
  authenticationFlowType: 'USER_PASSWORD_AUTH',
  flows: ['USER_SRP_AUTH', undefined],
} as const satisfies DriverOpening
/** The same inside USER_AUTH. */
const withChoice = {
  authenticationFlowType: 'USER_AUTH',
  flows: [undefined, 'USER_PASSWORD_AUTH'],
} as const satisfies DriverOpening

/** By the number of the walk in its plan, so that it signs in likewise when it is run alone. */
function openingOf({ title }: Walk): DriverOpening {
  return Number.parseInt(title, 10) % 2 === 1 ? withPassword : withChoice
}

/** A driver whose app can be looked at, and reloaded, in the middle of a walk. */
export interface SandboxDriver extends Driver {
  readonly app: App
}

export function openDriver(
  sandbox: SandboxAddress,
  opening: DriverOpening | ((walk: Walk) => DriverOpening) = withPassword,
): SandboxDriver {
  let app: App | undefined

  function running(): App {
    if (!app) throw new Error('The walk has not begun')
    return app
  }

  async function take(expected: ExpectedStep): Promise<void> {
    const app = running()
    const { kind, event, outcome, afterMs = 0, to } = expected.step
    await prepareAutofill(app, to, expected.rest)
    const isDeviceNeeded = /\.devices\.(remembering|forgetting)$/.test(to.leaf)
    if (isDeviceNeeded && outcome?.actor !== 'readSession') {
      await app.people.registerDevice(app.current.account)
    }
    if (nextOutcomeName(expected) === 'StorageError' && to.leaf === 'signingOut.revoking') {
      app.rejected.add('removeItem')
    }
    if (kind === 'external') await applyExternalEvent(app, expected)
    else if (outcome) await end(app, expected, outcome)
    else if (kind === 'action') {
      announceUpcomingChanges(app, expected)
      await confirmNewDevice(app)
      await act(app, expected)
    } else {
      await app.backend.advance(afterMs)
      // A test does not wait for half a minute: it sends what XState's timer sends when it is due.
      actorOf(app.auth).send(event as AuthEvent)
    }
    await app.waitForIdle()
    if (/^(confirmSignUp|resetPassword)\b/.test(to.leaf)) app.current.follow()
    app.releaseOutdated()
  }

  return {
    get app() {
      return running()
    },
    async begin(walk) {
      const backend = openBackend(sandbox)
      await backend.reset()
      const isSlow = walk.steps.some(({ outcome }) => outcome?.rejection?.type === 'TimeoutError')
      const timeoutMs = isSlow ? timeouts.short : timeouts.usual
      const opened = openApp(sandbox, backend, {
        timeoutMs,
        ...(typeof opening === 'function' ? opening(walk) : opening),
      })
      app = opened
      await prepareAutofill(opened, walk.start.place, walk.steps)
      const initial = await opened.prepareStart(walk.start.input as AuthInput, (url, account) =>
        returned(opened, walk.steps, url, account),
      )
      opened.start(initial)
      await opened.waitForIdle()
    },
    take,
    async check({ step, after, rest }) {
      if (isPassed(step, rest)) return
      const { auth } = running()
      const leaf = pathOf(actorOf(auth).getSnapshot())
      const { failure, notice } = auth.getView()
      if (leaf !== step.to.leaf) {
        const why = failure ? ` (${failure.code}: ${failure.message})` : ''
        throw new Error(`Not ${step.to.leaf} but ${leaf}${why}`)
      }
      const { context } = after
      if (failure?.code !== context.failure?.code) {
        throw new Error(
          `Failure ${failure?.code} (${failure?.message}) instead of ${context.failure?.code}`,
        )
      }
      if (notice !== context.notice) {
        throw new Error(`Notice ${notice} instead of ${context.notice}`)
      }
    },
    async end() {
      app?.auth.stop()
      await turn()
    },
  }
}

/** When the form is shown, the browser already knows whose passkey it offers there. */
async function prepareAutofill(app: App, { leaf }: Place, rest: readonly Step[]): Promise<void> {
  const { people, current, passkeys } = app
  if (leaf !== 'signIn.editing') return
  passkeys.canAutofill = isAutofillNext(rest)
  current.autofilled = passkeys.canAutofill ? people.fresh() : undefined
  if (current.autofilled) await people.prepareFirst('WEB_AUTHN', current.autofilled)
}

/** Looks at the store wait until what is being stored is: so the tab gets the message when that has begun. */
async function announceWhileStoring(
  app: App,
  expected: ExpectedStep,
  request: PausedRequest,
): Promise<void> {
  app.storeReads.isPaused = true
  request.let()
  const store = await app.waiting('tokenStore.load')
  app.storeReads.isPaused = false
  announceUpcomingChanges(app, expected)
  store.let()
}

/** Lets the request end that the leaf waits for, as the walk says. */
async function end(app: App, expected: ExpectedStep, outcome: Outcome): Promise<void> {
  const { actor, name, rejection } = outcome
  const doneType = `xstate.${rejection ? 'error' : 'done'}.actor.${actor}`
  // It has ended before it could be paused.
  if (name === 'no password any more') return
  const what = requestOf(actor)
  if (!what) throw new Error(`Nothing is known of ${actor}`)
  const before = app.count(doneType)
  const refreshes = app.count('session.refreshed')
  const request = await app.waiting(what)
  const isLate = rejection?.type === 'TimeoutError'
  if (!isLate) {
    await arrange({ app, outcome, request, expected })
    if (answerBeforeStorageError(outcome) && expected.step.to.leaf === 'restoring.reading') {
      await announceWhileStoring(app, expected, request)
    } else {
      announceUpcomingChanges(app, expected)
      request.let()
    }
  }
  try {
    await until(doneType, () => {
      if (app.count(doneType) > before) return true
      // A request that is repeated after a refresh ends likewise; so does one that was given up before.
      for (const one of app.gate.paused) if (one.what === what && !isLate) one.let()
      return undefined
    })
    if (!rejection && renewing.includes(actor)) await app.more('session.refreshed', refreshes)
  } finally {
    app.settle()
    await app.backend.heal()
  }
}
