import type { AuthEvent, StoreChange } from '@authchart/machine'
import { actorOf } from '@authchart/machine/xstate'
import type { EventObject } from 'xstate'
import { isUserPool } from '../../../machine/src/tokens/token-facts.ts'
import type { Step } from '../../src/model/model.ts'
import type { ExpectedStep } from '../../src/run/driver.ts'
import type { App } from './app.ts'
import { turn, until } from './until.ts'

const readingLeaf = 'restoring.reading'

/** The change that another tab posts. */
function changeOf(event: EventObject): StoreChange {
  const { failure } = event as AuthEvent & { type: 'session.ended' }
  return failure ? { reason: { code: failure.code, message: failure.message } } : {}
}

/** Whether another tab changes the store. */
const isChange = ({ kind, event }: Step) => kind === 'external' && event.type !== 'link.opened'

/**
 * While the store is read, the app reads changes of other tabs only because they were announced before:
 * so every change is announced that comes while a walk stays there.
 */
export function announceUpcomingChanges(app: App, { step, rest }: ExpectedStep): void {
  const isReading = step.from.leaf === readingLeaf
  if (step.to.leaf !== readingLeaf || (isReading && step.kind === 'external')) return
  // It has been begun anew, and what was begun before comes first.
  app.storeReads.outdated = isReading && step.kind === 'action' ? app.storeReads.outdated + 1 : 0
  const next = rest.findIndex(({ kind }) => kind !== 'external')
  const ahead = rest.slice(0, next === -1 ? rest.length : next).filter(isChange)
  if (ahead.length === 0) return
  if (isChange(step)) app.storeReads.allowed = 1
  app.storeReads.isPaused = true
  const all = isChange(step) ? [step, ...ahead] : ahead
  for (const { event } of all) app.announce(changeOf(event))
}

/** Another tab signs in or out. */
async function changeStore(app: App, type: string): Promise<void> {
  const { otherTab, people } = app
  if (type === 'session.ended') return otherTab.tokenStore.clear()
  await otherTab.tokenStore.save(await people.othersTokens())
}

async function letLook(app: App): Promise<void> {
  const look = await app.waiting('tokenStore.load')
  look.let()
  await turn()
}

/** Makes the external event of a step happen. */
export async function applyExternalEvent(app: App, expected: ExpectedStep): Promise<void> {
  const { step } = expected
  const { event } = step
  const { type } = event
  const before = app.count(type)
  switch (type) {
    case 'session.found':
    case 'session.ended': {
      await changeStore(app, type)
      if (step.from.leaf === readingLeaf) {
        for (; app.storeReads.outdated > 0; app.storeReads.outdated -= 1) await letLook(app)
        await letLook(app)
      } else {
        announceUpcomingChanges(app, expected)
        if (!app.storeReads.isPaused) app.announce(changeOf(event))
      }
      break
    }
    case 'session.refreshed':
      app.current.isFederationRejected = false
      await confirmNewDevice(app)
      void app.auth.getSession({ forceRefresh: true }).catch(() => undefined)
      break
    case 'session.refreshFailed':
      if (actorOf(app.auth).getSnapshot().context.user?.kind === 'federated') {
        app.current.isFederationRejected = true
      } else await app.backend.fail('GetTokensFromRefreshToken', { drop: true })
      void app.auth.getSession({ forceRefresh: true }).catch(() => undefined)
      break
    case 'account.read':
      await read(app)
      return
    case 'link.opened':
      announceUpcomingChanges(app, expected)
      return openLink(app, expected)
    default:
      throw new Error(`Nothing is known of ${type}`)
  }
  await app.more(type, before)
  await app.backend.heal()
}

/** A mail has come to another user, or the mail of the screen's own user with the same code again. */
async function openLink(app: App, { step }: ExpectedStep): Promise<void> {
  const { route } = step.event as AuthEvent & { type: 'link.opened' }
  const isHere = step.from.leaf.startsWith(`${route}.`)
  const account = isHere ? app.current.account : app.people.fresh()
  if (!isHere && route === 'confirmSignUp') await app.people.signUpUnconfirmed(account)
  if (!isHere && route === 'resetPassword') await app.people.forget(account)
  app.current.linked = account
  app.auth.enter({ route, username: account.username, code: '000000' })
}

/** As the request does that is sent already, when its answer is no longer awaited. */
export async function confirmNewDevice({ auth, otherTab, people }: App): Promise<void> {
  const { newDevice } = actorOf(auth).getSnapshot().context
  const tokens = await otherTab.tokenStore.load()
  if (newDevice && tokens && isUserPool(tokens)) await people.confirmDeviceAhead(tokens, newDevice)
}

/** Answers a read of the account; starts one if none is in flight. */
async function read(app: App): Promise<void> {
  const paused = () => app.gate.paused.find(({ what }) => what === 'GetUser')
  if (!paused()) actorOf(app.auth).send({ type: 'signedIn.load', part: 'profile' })
  const request = await until('GetUser at the gate', paused)
  const before = app.count('account.read')
  request.let()
  await app.more('account.read', before)
  await turn()
}
