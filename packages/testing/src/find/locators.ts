import type { Locator, Page } from '@playwright/test'
import { otherUser, person, user } from '../catalogue/person.ts'
import type { Seen } from './seen.ts'

/** A text as it is, or a pattern where a part of it is the user's. */
export type Text = string | { readonly pattern: string }

/** How Playwright finds an element. */
export type Place =
  | { readonly by: 'role'; readonly role: string; readonly name: Text }
  | { readonly by: 'label' | 'placeholder' | 'text'; readonly name: Text }
  | { readonly by: 'css'; readonly selector: string }

const personal = [
  user.userId,
  person.email,
  otherUser.userId,
  otherUser.email ?? '',
  person.name,
].filter((text) => text !== '')

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** A text of which the parts that differ from user to user, or from second to second, are left open. */
export function stable(text: string): Text {
  const parts = [...personal.map(escaped), '\\S*\\*{3,}\\S*', '\\d+'].join('|')
  const split = text.split(new RegExp(`(?:${parts})`, 'g'))
  return split.length === 1 ? text : { pattern: `^${split.map(escaped).join('.*')}$` }
}

/** The ways to find an element, the ones that users would understand first. */
export function placesOf(seen: Seen): readonly Place[] {
  const { role, name, named, autocomplete, field, id, type, placeholder } = seen
  const places: Place[] = []
  const text = stable(name)
  // A name that is the user's alone distinguishes nothing.
  const isOwn = typeof text === 'object' && !/[\p{L}]/u.test(text.pattern)
  const isTyped = ['textbox', 'searchbox', 'spinbutton', 'password'].includes(role)
  if (isOwn) places.length = 0
  else if (name && role === 'text') places.push({ by: 'text', name: text })
  else if (name && isTyped && named === 'label') places.push({ by: 'label', name: text })
  else if (name && role !== 'password' && named !== 'placeholder') {
    places.push({ by: 'role', role, name: text })
  }
  if (placeholder) places.push({ by: 'placeholder', name: stable(placeholder) })
  const css = (selector: string) => places.push({ by: 'css', selector })
  const isPurpose = /^[a-z-]+$/.test(autocomplete) && !/^(on|off)$/.test(autocomplete)
  if (isPurpose) css(`[autocomplete="${autocomplete}"]`)
  if (field && /^[\w.:-]+$/.test(field) && role !== 'radio') css(`[name="${field}"]`)
  if (field && role === 'radio') css(`[name="${field}"][value="${seen.value}"]`)
  if (/^[a-zA-Z][\w-]*$/.test(id) && !/\d{2,}|^r\d|:/.test(id)) css(`#${id}`)
  if (type && isTyped) css(`input[type="${type}"]`)
  return places
}

const regexOf = (name: Text) => (typeof name === 'string' ? name : new RegExp(name.pattern))

/** The element of a place in a page. */
export function locate(page: Page, place: Place): Locator {
  switch (place.by) {
    case 'role':
      return page.getByRole(place.role as 'button', { name: regexOf(place.name), exact: true })
    case 'label':
      return page.getByLabel(regexOf(place.name), { exact: true })
    case 'placeholder':
      return page.getByPlaceholder(regexOf(place.name), { exact: true })
    case 'text':
      return page.getByText(regexOf(place.name), { exact: true })
    case 'css':
      return page.locator(place.selector)
  }
}

/** The first place where Playwright finds this element and no other. */
export async function placeOf(page: Page, seen: Seen): Promise<Place | undefined> {
  for (const place of placesOf(seen)) {
    const locator = locate(page, place)
    if ((await locator.count()) !== 1) continue
    if (await locator.evaluate(isSeen, seen.index)) return place
  }
  return undefined
}

/** Runs in the page: whether an element is the one that was seen. */
function isSeen(element: Element, index: number): boolean {
  const pages = globalThis as unknown as Record<symbol, readonly Element[] | undefined>
  return pages[Symbol.for('authchart.seen')]?.[index] === element
}

const literal = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

const textCode = (name: Text) => (typeof name === 'string' ? literal(name) : `/${name.pattern}/`)

/** The same in TypeScript, for a contract. */
export function codeOf(place: Place): string {
  switch (place.by) {
    case 'role': {
      const exact = typeof place.name === 'string' ? ', exact: true' : ''
      return `page.getByRole(${literal(place.role)}, { name: ${textCode(place.name)}${exact} })`
    }
    case 'label':
    case 'placeholder':
    case 'text': {
      const method = { label: 'getByLabel', placeholder: 'getByPlaceholder', text: 'getByText' }
      const exact = typeof place.name === 'string' ? ', { exact: true }' : ''
      return `page.${method[place.by]}(${textCode(place.name)}${exact})`
    }
    case 'css':
      return `page.locator(${literal(place.selector)})`
  }
}
