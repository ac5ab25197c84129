import { describe, expect, test } from 'vitest'
import { isEmpty, type Shown } from '../../src/panel/catalogue/is-empty.ts'

describe('a page shows nothing of its own', () => {
  const [header, spinner, links, fallback] = [1, 2, 3, 4]
  const page = (route: string, ...content: readonly number[]): Shown => ({
    route,
    content: new Set(content),
  })
  const signIn = page('signIn', header, links, 10)
  const signUp = page('signUp', header, links, 11)
  const restoring = page('restoring', header, spinner)
  const signingOut = page('signingOut', header, spinner)
  const signedIn = page('signedIn', header, 12)
  const all = [signIn, signUp, restoring, signingOut, signedIn]
  const nothing = new Set<number>()
  const isEmptyHere = (one: Shown, others = all, unknown: ReadonlySet<number> = nothing) =>
    isEmpty(one, [one, ...others], unknown)

  test('if there is nothing at all', () => {
    expect(isEmptyHere(page('newPassword'), [])).toBe(true)
  })

  test('if it is what the app shows for an unknown route', () => {
    const lost = page('newPassword', header, fallback)
    expect(isEmptyHere(lost, all, new Set([header, fallback]))).toBe(true)
    expect(isEmptyHere(lost)).toBe(false)
  })

  test('if the header is left, also where the app throws for an unknown route', () => {
    expect(isEmptyHere(page('newPassword', header))).toBe(true)
  })

  test('if other routes have no screen either', () => {
    const lost = ['newPassword', 'setupEmail', 'setupTotp', 'passkey'].map((route) => page(route))
    expect(isEmptyHere(page('selectFactor', header), [...all, ...lost])).toBe(true)
  })

  test('but not a screen that some other routes share', () => {
    for (const one of all) expect(isEmptyHere(one), one.route).toBe(false)
  })

  test('but not before there are routes to compare it with', () => {
    const pending = page('newPassword', header, 20)
    expect(isEmptyHere(page('newPassword', header), [pending, signIn])).toBe(false)
    expect(isEmptyHere(page('newPassword', header), [pending, signIn, signUp])).toBe(true)
  })
})
