import type { ActionType } from '../contract/define-ui.ts'
import { codeOf, type Place } from './locators.ts'
import type { Move, Recipe } from './recipe.ts'

/** How an action is done, in all its variants: `signOut` and `signOut global`. */
export type Variants = ReadonlyMap<string, readonly Recipe[]>

/** Helpers that the text of a contract needs. */
export type Helper = 'reveal' | 'goBack' | 'answer'

export interface WrittenAction {
  readonly text: string
  readonly helpers: readonly Helper[]
}

/** A move, and its locator in TypeScript. */
interface Part {
  readonly move: Move
  readonly locator: string
}

type Typed = Extract<Move, { readonly slot: string }>

/** What is typed, as an expression over the payload, and the member of the payload that it reads. */
const expressions: Readonly<Record<string, readonly [member: string, expression: string]>> = {
  password: ['password', "password ?? ''"],
  passwordRepeat: ['password', "password ?? ''"],
  deviceName: ['deviceName', "deviceName ?? ''"],
  rememberDevice: ['rememberDevice', 'rememberDevice ?? false'],
}

function expressionOf({ slot, text }: Typed): readonly [member: string, expression: string] {
  if (text !== undefined) return ['', `'${text.replaceAll("'", "\\'")}'`]
  const [, attribute] = /^attributes\.(.*)$/.exec(slot) ?? []
  if (attribute) return ['attributes', `attributes?.${attribute} ?? ''`]
  return expressions[slot] ?? [slot, slot]
}

/** The places of all moves of a kind. */
export function placesIn(actions: Variants, kind: Move['kind']): readonly Place[] {
  return [...actions.values()]
    .flat()
    .flatMap(({ moves }) => moves.filter((move) => move.kind === kind))
    .map(({ place }) => place)
}

/**
 * The member of a contract for an action, with two levels of indentation.
 *
 * @param backs what leads to the question before, in any form of the UI: each may be left at a later question
 */
export function writeAction(
  type: ActionType,
  variants: Variants,
  backs: readonly Place[] = [],
): WrittenAction {
  const writer = new ActionWriter(type, backs)
  const lines = writer.linesOf(variants)
  const members = [...writer.members].sort()
  const payload = members.length > 0 ? `, { ${members.join(', ')} }` : ''
  const body = lines.map((line) => `      ${line}\n`).join('')
  return {
    text: `    '${type}': async (page${payload}) => {\n${body}    },\n`,
    helpers: [...writer.helpers],
  }
}

class ActionWriter {
  readonly members = new Set<string>()
  readonly helpers = new Set<Helper>()
  readonly #type: ActionType
  readonly #backs: readonly Place[]

  constructor(type: ActionType, backs: readonly Place[]) {
    this.#type = type
    this.#backs = backs
  }

  linesOf(variants: Variants): readonly string[] {
    const type = this.#type
    const global = variants.get('signOut global')
    if (type === 'signOut') return this.#signOut(variants.get('signOut') ?? [], global ?? [])
    const chosen = [...variants.values()].flat().filter(({ choice }) => choice !== undefined)
    if (chosen.length > 0) return this.#choosing(chosen)
    const remembered = variants.get(`${type} remembered`)
    return this.#plain(remembered ?? [...variants.values()].flat())
  }

  #signOut(here: readonly Recipe[], everywhere: readonly Recipe[]): readonly string[] {
    if (here.length === 0 || everywhere.length === 0) {
      return this.#plain(here.length > 0 ? here : everywhere)
    }
    this.members.add('global')
    const indented = (recipes: readonly Recipe[]) => this.#plain(recipes).map((line) => `  ${line}`)
    return ['if (global) {', ...indented(everywhere), '} else {', ...indented(here), '}']
  }

  /** By the chosen value: what is chosen, and how it is sent. */
  #choosing(recipes: readonly Recipe[]): readonly string[] {
    const member =
      this.#type === 'selectMfaType.submit'
        ? 'mfaType'
        : this.#type === 'verifyContact.submit'
          ? 'attribute'
          : 'preference'
    this.members.add(member)
    const value = member === 'preference' ? "Object.keys(preference)[0] ?? ''" : member
    const seen = new Set<string | undefined>()
    const cases = recipes.flatMap((recipe) => {
      if (seen.has(recipe.choice)) return []
      seen.add(recipe.choice)
      const lines = this.#plain([recipe]).map((line) => `    ${line}`)
      return [`  case '${recipe.choice}':`, ...lines, '    return']
    })
    const otherwise = `  default:\n          throw new Error(\`“\${${value}}” was not offered when this was found\`)`
    return [`switch (${value}) {`, ...cases, otherwise, '}']
  }

  #plain(recipes: readonly Recipe[]): readonly string[] {
    // From where nothing is open yet, the way is the longest, and leads there from everywhere.
    const [first] = [...recipes].sort((one, other) => openersIn(other) - openersIn(one))
    if (!first) return []
    const alike = recipes.filter((recipe) => shapeOf(recipe) === shapeOf(first)).map(steadyMoves)
    const parts = steadyMoves(first).map((move, at) => ({
      move,
      locator: anyOf(alike.map((moves) => moves[at]?.place)),
    }))
    const opening = parts.filter(({ move }) => move.kind === 'open')
    const rest = parts.filter(({ move }) => move.kind !== 'open')
    const lines: string[] = []
    if (opening.length > 0 && rest[0]) {
      this.helpers.add('reveal')
      const openers = opening.map(({ locator }) => locator).join(', ')
      lines.push(`await reveal(${rest[0].locator}, [${openers}])`)
    }
    const field = rest.find(({ move }) => move.kind === 'fill')
    if (field && this.#backs.length > 0) {
      this.helpers.add('goBack')
      lines.push(`await goBack(${field.locator}, ${anyOf(this.#backs)})`)
    }
    return [...lines, ...this.#answers(rest)]
  }

  /** One form, or one question after the other. */
  #answers(parts: readonly Part[]): readonly string[] {
    const presses = parts.filter(({ move }) => move.kind === 'press')
    const last = presses.at(-1)
    const next = presses.slice(0, -1)
    // Where all questions have the same button, only their order says which is the last.
    const isPlain = next.length === 0 || next.some(({ locator }) => locator === last?.locator)
    if (isPlain) return parts.map((part) => this.#statement(part))
    this.helpers.add('answer')
    const fields = parts.flatMap((part) =>
      part.move.kind === 'press'
        ? []
        : [`  [${part.locator}, (field) => ${this.#call({ ...part, locator: 'field' })}],`],
    )
    return [
      'await answer([',
      ...fields,
      `], ${anyOf(next.map(({ move }) => move.place))}, ${last?.locator})`,
    ]
  }

  #statement(part: Part): string {
    const { move, locator } = part
    const [member] = move.kind === 'check' ? expressionOf(move) : ['']
    if (member === '') return `await ${this.#call(part)}`
    this.members.add(member)
    // A form without the box means no: not every code has a device to remember.
    return `if (${member}) await ${locator}.check()`
  }

  #call({ move, locator }: Part): string {
    if (move.kind === 'fill' || move.kind === 'check') {
      const [member, expression] = expressionOf(move)
      if (member) this.members.add(member)
      return `${locator}.${move.kind === 'fill' ? 'fill' : 'setChecked'}(${expression})`
    }
    if (move.kind !== 'choose') return `${locator}.click()`
    return move.option === undefined
      ? `${locator}.check()`
      : `${locator}.selectOption('${move.option}')`
  }
}

const openersIn = ({ moves }: Recipe) => moves.filter(({ kind }) => kind === 'open').length

/** The moves that are made each time: not what depends on a failure, or on where a form was left. */
const steadyMoves = ({ moves }: Recipe) =>
  moves.filter(({ kind }) => kind !== 'close' && kind !== 'back')

const shapeOf = (recipe: Recipe) =>
  steadyMoves(recipe)
    .map((move) => `${move.kind} ${'slot' in move ? move.slot : ''}`)
    .join()

/** A locator of whichever of the places is there. */
export function anyOf(places: readonly (Place | undefined)[]): string {
  const codes = [...new Set(places.flatMap((place) => (place ? [codeOf(place)] : [])))]
  const [first = '', ...others] = codes
  return others.length === 0
    ? first
    : `${first}${others.map((code) => `.or(${code})`).join('')}.first()`
}
