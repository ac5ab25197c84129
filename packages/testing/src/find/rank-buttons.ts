import type { ActionType } from '../contract/define-ui.ts'
import type { Phrases } from './action-phrases.ts'
import { likest } from './alike.ts'
import { isButton, type Seen } from './seen.ts'

/** Where an action is looked for. */
export interface ButtonSearch {
  readonly type: ActionType | 'signOut.global'
  /** The other actions of the screen: what fits one of them better is not tried first. */
  readonly rivals: readonly (ActionType | 'signOut.global')[]
  /** The fields that the action fills in; its button is likely in their form. */
  readonly fields: readonly Seen[]
  readonly phrases: Phrases
  /** More words of the button: the choice that it makes, or how far a sign-out reaches. */
  readonly also?: readonly string[]
}

/** Below this a button and an action have nothing in common. */
const leastScore = 2

/** How well a button fits an action. */
function scoreButton(seen: Seen, search: ButtonSearch): number {
  const { type, rivals, fields, phrases, also = [] } = search
  // A tab only shows where to go on.
  if (!isButton(seen) || seen.role === 'tab') return 0
  const text = seen.name
  const own = likest(text, [...phrases.action(type), ...also])
  const rival = Math.max(0, ...rivals.map((other) => likest(text, phrases.action(other))))
  let score = 10 * own - 5 * Math.max(0, rival - own)
  const sends = /submit$|^signedIn\.(change|update|setMfa|delete(User))/.test(type)
  const isInForm = fields.some(({ form }) => form !== -1 && form === seen.form)
  if (sends && seen.isSubmit) score += isInForm || fields.length === 0 ? 5 : 1
  const distance = distanceTo(seen, fields)
  if (sends && seen.role === 'button') score += Math.max(0, 5 - 2 * distance)
  if (!sends && seen.isSubmit && fields.length === 0) score -= 6
  if (sends && seen.role === 'link') score -= 2
  // Nothing else can be pressed after the fields: what it says is up to the app.
  const isNear = sends && seen.role === 'button' && distance <= 2
  return isNear ? Math.max(score, leastScore) : score
}

/** How far behind the last field a button is: 1 for what follows at once. */
function distanceTo(seen: Seen, fields: readonly Seen[]): number {
  const last = Math.max(...fields.map(({ index }) => index))
  return seen.index > last ? seen.index - last : Number.POSITIVE_INFINITY
}

/** The buttons that may be that of an action, the likeliest first. */
export function rankButtons(page: readonly Seen[], search: ButtonSearch): readonly Seen[] {
  return page
    .map((seen) => ({ seen, score: scoreButton(seen, search) }))
    .filter(({ score }) => score >= leastScore)
    .sort((one, other) => other.score - one.score)
    .map(({ seen }) => seen)
}
