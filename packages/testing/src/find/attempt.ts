import type { Page } from '@playwright/test'
import { person } from '../catalogue/person.ts'
import type { ActionType } from '../contract/define-ui.ts'
import type { Phrases } from './action-phrases.ts'
import { likest } from './alike.ts'
import { fitChoice, fitFields } from './fit-fields.ts'
import { placeOf } from './locators.ts'
import { isSamePage, look, lookWhenStill, waitFor } from './look.ts'
import { type ButtonSearch, rankButtons } from './rank-buttons.ts'
import { goBack, type Move, make, type Recipe, type Values } from './recipe.ts'
import { isButton, isField, isInput, type Seen } from './seen.ts'
import { type Slot, slotsOf } from './slots.ts'

/** What pressing a button has led to. */
export type Effect = 'done' | 'nothing' | 'wrong'

export interface Attempt {
  readonly type: ActionType
  /** With plain texts. */
  readonly payload: object
  /** The other actions of the screen. */
  readonly rivals: readonly ActionType[]
  /** The buttons that have turned out to be something else, by role and name. */
  readonly wrong: Set<string>
  /** Says what the last press has led to. */
  readonly effect: (before: readonly Seen[]) => Promise<Effect>
}

/** What may be left out: the second field of a password, fields that apps need not have. */
const optional = /^(confirmation|passwordRepeat|deviceName|rememberDevice|attributes\.)/
const mostRounds = 12
const mostOpened = 3
/** How long what is opened may take to appear, in ms. */
const openMs = 1_500

/** Looks for the fields and buttons of an action, uses them, and watches what they lead to. */
export class Attempts {
  readonly #page: Page
  readonly #phrases: Phrases
  readonly #backs: Set<string>

  /** @param backs the buttons that lead to the question before, by role and name, as far as they are known. */
  constructor(page: Page, phrases: Phrases, backs = new Set<string>()) {
    this.#page = page
    this.#phrases = phrases
    this.#backs = backs
  }

  /** The recipe that worked; or why there is none, `wrong` if the page is no longer where it was. */
  async find(attempt: Attempt): Promise<Recipe | 'missing' | 'wrong'> {
    const { type, payload, wrong } = attempt
    const slots = slotsOf(type, payload)
    const values: Values = Object.fromEntries(slots.map(({ name, value }) => [name, value]))
    const choice = slots.find(({ kind }) => kind === 'choice')
    const moves: Move[] = []
    const filled = new Set<Slot>()
    const idle = new Set<string>()
    const used: Seen[] = []
    let opened = 0
    const make = (move: Move) => this.#make(moves, move, values)
    await this.#toFirstQuestion(slots, moves)
    for (let round = 0; round < mostRounds; round += 1) {
      const page = await this.#clear(moves)
      const left = slots.filter((slot) => !filled.has(slot))
      const fresh = await this.#fill(page, left, make)
      for (const { slot, seen } of fresh) {
        filled.add(slot)
        used.push(seen)
      }
      const isRequired = slots.some(({ kind, name }) => kind !== 'choice' && !optional.test(name))
      // In the account, a button without its field belongs to another task.
      const isElsewhere = type.startsWith('signedIn.') && slots.length > 0
      const opener = opened < mostOpened ? this.#opener(attempt, page, idle) : undefined
      const isLost = filled.size === 0 && (isRequired || (isElsewhere && opener !== undefined))
      const also = choice && !filled.has(choice) ? this.#wordsOf(choice) : []
      const fields = fieldsHere(used, page)
      const search = { ...namesOf(attempt), fields, phrases: this.#phrases, also }
      const [button] = isLost
        ? []
        : rankButtons(page, search).filter(
            (seen) => !wrong.has(keyOf(seen)) && !idle.has(keyOf(seen)),
          )
      if (!button) {
        if (!opener) return 'missing'
        idle.add(keyOf(opener))
        opened += 1
        const place = await placeOf(this.#page, opener)
        if (place && (await make({ kind: 'open', place })) && !isRequired) {
          // Where nothing has to be typed, what sounds like the section may be the action itself.
          const effect = await attempt.effect(page)
          if (effect === 'wrong') wrong.add(keyOf(opener))
          if (effect === 'wrong') return 'wrong'
          if (effect === 'done') {
            return recipeOf([...moves.slice(0, -1), { kind: 'press', place }], choice)
          }
        }
        await this.#untilChanged(page)
        continue
      }
      const place = await placeOf(this.#page, button)
      const before = await look(this.#page)
      if (!place || !(await make({ kind: 'press', place }))) {
        idle.add(keyOf(button))
        continue
      }
      const effect = await attempt.effect(before)
      if (effect === 'done') return recipeOf(moves, choice)
      if (effect === 'wrong') {
        wrong.add(keyOf(button))
        return 'wrong'
      }
      const after = await look(this.#page)
      const isOther = !isSamePage(before, after)
      if (isOther && (left.length > fresh.length || showsOther(before, after, isInput))) {
        await this.#noteBack(before, after, moves)
        continue
      }
      idle.add(keyOf(button))
      moves.pop()
      // What is pressed next may be there because of it.
      if (!button.isSubmit && showsOther(before, after, isButton))
        moves.push({ kind: 'open', place })
    }
    return 'missing'
  }

  /** A form that was left in the middle of its questions is still there. */
  async #toFirstQuestion(slots: readonly Slot[], moves: Move[]): Promise<void> {
    const page = await this.#clear(moves)
    const needed = slots.filter(({ kind, name }) => kind !== 'choice' && !optional.test(name))
    if (fitFields(needed, page, this.#phrases).length === needed.length) return
    const back = page.find((seen) => isButton(seen) && this.#backs.has(keyOf(seen)))
    const place = back && (await placeOf(this.#page, back))
    if (!place) return
    const move: Move = { kind: 'back', place }
    moves.push(move)
    await goBack(this.#page, move)
  }

  /** A button that came with the next question, and says so, leads to the question before. */
  async #noteBack(before: readonly Seen[], after: readonly Seen[], moves: Move[]): Promise<void> {
    const known = new Set(before.map(keyOf))
    const back = after.find(
      (seen) =>
        isButton(seen) &&
        !seen.isSubmit &&
        (!known.has(keyOf(seen)) || this.#backs.has(keyOf(seen))) &&
        likest(seen.name, this.#phrases.backs) === 1,
    )
    if (!back || moves.some(({ kind }) => kind === 'back')) return
    const place = await placeOf(this.#page, back)
    if (!place) return
    this.#backs.add(keyOf(back))
    const opened = moves.findLastIndex(({ kind }) => kind === 'open' || kind === 'close')
    moves.splice(opened + 1, 0, { kind: 'back', place })
  }

  /** Waits for what an opener leads to, which may be read from Cognito first. */
  async #untilChanged(before: readonly Seen[]): Promise<void> {
    const page = this.#page
    await waitFor(page, openMs, async () => !isSamePage(before, await look(page)))
    await lookWhenStill(this.#page)
  }

  /** Closes a dialog that only says something. */
  async #clear(moves: Move[]): Promise<readonly Seen[]> {
    const page = await lookWhenStill(this.#page)
    const inside = page.filter(({ isInDialog }) => isInDialog)
    if (inside.length === 0) return page
    const [button, another] = inside.filter(isButton)
    if (inside.some(isField) || !button || another) return inside
    const place = await placeOf(this.#page, button)
    if (!place) return page
    await this.#make(moves, { kind: 'close', place }, {})
    return lookWhenStill(this.#page)
  }

  async #fill(
    page: readonly Seen[],
    slots: readonly Slot[],
    make: (move: Move) => Promise<boolean>,
  ): Promise<readonly { readonly slot: Slot; readonly seen: Seen }[]> {
    const done: { slot: Slot; seen: Seen }[] = []
    for (const { slot, seen } of fitFields(slots, page, this.#phrases)) {
      const place = await placeOf(this.#page, seen)
      const kind = slot.kind === 'box' ? 'check' : 'fill'
      const text = slot.name === 'confirmation' ? { text: quotedIn(seen.name) } : {}
      if (place && (await make({ kind, place, slot: slot.name, ...text }))) {
        done.push({ slot, seen })
      }
    }
    for (const slot of slots.filter(({ kind }) => kind === 'choice')) {
      const found = fitChoice(slot, page, this.#phrases)
      const place = found && (await placeOf(this.#page, found.seen))
      if (!found || !place) continue
      const { option } = found
      const move: Move = { kind: 'choose', place, ...(option !== undefined && { option }) }
      if (await make(move)) done.push({ slot, seen: found.seen })
    }
    return done
  }

  /** Makes a move and notes it; `false` where it cannot be made. */
  async #make(moves: Move[], move: Move, values: Values): Promise<boolean> {
    try {
      await make(this.#page, move, values)
      moves.push(move)
      return true
    } catch {
      return false
    }
  }

  /** What leads to the section of an action; where that is not there, a menu. */
  #opener(
    { type, wrong }: Attempt,
    page: readonly Seen[],
    idle: ReadonlySet<string>,
  ): Seen | undefined {
    const words = this.#phrases.section(type)
    if (words.length === 0) return undefined
    const buttons = page.filter(
      (seen) =>
        isButton(seen) && !idle.has(keyOf(seen)) && !wrong.has(keyOf(seen)) && !seen.isSubmit,
    )
    return likestButton(buttons, words) ?? likestButton(buttons, this.#phrases.menus)
  }

  #wordsOf(slot: Slot): readonly string[] {
    const contact = slot.name === 'attribute' ? [person.email] : []
    return [...this.#phrases.of(...slot.keys), slot.value, ...contact]
  }
}

/** The button whose name is most alike, if it is alike. */
function likestButton(buttons: readonly Seen[], words: readonly string[]): Seen | undefined {
  const [best] = buttons
    .map((seen) => ({ seen, score: likest(seen.name, words) }))
    .filter(({ score }) => score >= 0.6)
    .sort((one, other) => other.score - one.score)
  return best?.seen
}

/** Whether a page has inputs, or buttons, that it did not have before. */
function showsOther(
  before: readonly Seen[],
  after: readonly Seen[],
  isKind: (seen: Seen) => boolean,
): boolean {
  const known = new Set(before.filter(isKind).map(keyOf))
  return after.some((seen) => isKind(seen) && !known.has(keyOf(seen)))
}

/** The fields of an action that are still there. */
const fieldsHere = (used: readonly Seen[], page: readonly Seen[]) =>
  used.filter((field) => page[field.index]?.name === field.name)

/** A sign-out of this app and one of all are two buttons. */
function namesOf({ type, payload, rivals }: Attempt): Pick<ButtonSearch, 'type' | 'rivals'> {
  if (type !== 'signOut') return { type, rivals }
  return 'global' in payload && payload.global
    ? { type: 'signOut.global', rivals: [...rivals, 'signOut'] }
    : { type, rivals: [...rivals, 'signOut.global'] }
}

/** The word that a label asks to type: Type “delete” to confirm. */
const quotedIn = (label: string) => /[“"„«「]([^”"“»」]+)[”"“»」]/.exec(label)?.[1] ?? ''

const keyOf = ({ role, name }: Seen) => `${role} ${name}`

const recipeOf = (moves: readonly Move[], choice: Slot | undefined): Recipe => ({
  moves,
  ...(choice && { choice: choice.value }),
})
