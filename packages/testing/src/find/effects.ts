import type { AuthRoute } from '@authchart/machine'
import type { Page } from '@playwright/test'
import { mfaNames } from '../scripted-cognito/challenge-body.ts'
import { likeness, nearestRoute, type Sight } from './atlas.ts'
import type { Effect } from './attempt.ts'
import type { FindDriver, SentRequests } from './find-driver.ts'
import { isSamePage, look, lookWhenStill, waitFor } from './look.ts'
import type { Seen } from './seen.ts'

export interface EffectOptions {
  readonly page: Page
  readonly driver: FindDriver
  readonly requests: SentRequests
  readonly type: string
  readonly payload: object
  readonly from: AuthRoute
  /** The screen that the action leads to, and what is known of all screens. */
  readonly route: AuthRoute
  readonly sights: readonly Sight[]
  /** Whether the page can be the screen, by what it asks, before it is known. */
  readonly canBe: (page: readonly Seen[]) => boolean
}

/** How long nothing may happen before a press counts as one without effect, in ms. */
const idleMs = 2_000
/** How long a request may take to be sent, in ms: a password is hashed first. */
const busyMs = 8_000

/** What a press has led to: the request that the chart expects, or the screen; or something else. */
export async function effectOf(
  before: readonly Seen[],
  options: EffectOptions,
  patienceMs = idleMs,
): Promise<Effect> {
  const { page, driver, requests, type } = options
  let effect: Effect | undefined
  const hasEffect = async () => {
    if (type === 'signedIn.load') {
      if (requests.all().includes('GetUser')) effect = 'done'
    } else if (/\.redirect$/.test(type)) {
      if (driver.parts.traffic.hasLeft) effect = 'done'
    } else if (driver.isExpecting) {
      if (requests.isRequested()) effect = carries(options) ? 'done' : 'wrong'
      else if (isForeign(requests.sent(), driver)) effect = 'wrong'
    } else if (requests.sent().length > 0) {
      effect = 'wrong'
    } else if (!isSamePage(before, await look(page))) {
      effect = screenEffect(before, await lookWhenStill(page), options)
    }
    return effect !== undefined
  }
  const isBusy = () => requests.sent().length > 0
  if (!(await waitFor(page, patienceMs, hasEffect)) && isBusy()) {
    await waitFor(page, busyMs, hasEffect)
  }
  return effect ?? (isBusy() ? 'wrong' : leftOr(options))
}

/** `wrong` where the press has led to another screen. */
async function leftOr({ page, from, sights }: EffectOptions): Promise<Effect> {
  const nearest = nearestRoute(await look(page), sights)
  return nearest && nearest.likeness > 0.9 && nearest.route !== from ? 'wrong' : 'nothing'
}

/** Whether the page has sent another request than the expected one. */
function isForeign(sent: readonly string[], { parts }: FindDriver): boolean {
  return sent.length > parts.cognito.answered.length + 1
}

/** A page that has changed without a request: the screen that the chart expects, or another one. */
function screenEffect(
  before: readonly Seen[],
  now: readonly Seen[],
  { from, route, sights, canBe, requests }: EffectOptions,
): Effect {
  if (requests.sent().length > 0) return 'wrong'
  const known = sights.some((sight) => sight.route === route)
  const nearest = nearestRoute(now, sights)
  if (known && nearest?.route === route) return 'done'
  if (nearest && nearest.likeness > 0.9) return nearest.route === from ? 'nothing' : 'wrong'
  if (known) return 'nothing'
  if (canBe(now)) return 'done'
  return likeness(before, now) < 0.6 ? 'wrong' : 'nothing'
}

/** The members of a payload, with those of its attributes. */
const membersOf = (payload: object): readonly (readonly [name: string, value: unknown])[] =>
  Object.entries(payload).flatMap(([name, value]) =>
    name === 'attributes' ? Object.entries(value as object) : [[name, value] as const],
  )

/** Whether the requests carry what was typed. A password that SRP hashes is in none. */
function carries({ payload, requests }: EffectOptions): boolean {
  const bodies = requests.bodies().join('\n')
  const isHashed = bodies.includes('SRP_A')
  const has = (value: string) => bodies.includes(JSON.stringify(value).slice(1, -1))
  return membersOf(payload).every(([name, value]) => {
    if (typeof value !== 'string' || name === 'deviceName') return true
    if (name === 'mfaType') return has(mfaNames[value as keyof typeof mfaNames])
    if (name === 'previousPassword')
      return bodies.includes(`"PreviousPassword":${JSON.stringify(value)}`)
    return (name === 'password' && isHashed) || has(value)
  })
}
