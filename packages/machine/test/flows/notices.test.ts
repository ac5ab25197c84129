import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { AuthNotice, AuthRoute } from '../../src/index.ts'
import { routeOf } from '../../src/index.ts'

const page = readFileSync(new URL('../../../../docs/notices.md', import.meta.url), 'utf8')
const rows = [...page.matchAll(/^\| `(\w+)` \| ([^|]+) \|/gm)].map(([, notice, routes = '']) => ({
  notice,
  routes: [...routes.matchAll(/`(\w+)`/g)].map(([, route]) => route as AuthRoute),
}))

const notices = {
  codeSent: true,
  signUpConfirmed: true,
  passwordReset: true,
  passwordChanged: true,
  attributesUpdated: true,
  attributesDeleted: true,
  contactConfirmed: true,
  totpVerified: true,
  mfaPreferenceSet: true,
  deviceRemembered: true,
  deviceForgotten: true,
  passkeyRegistered: true,
  passkeyDeleted: true,
  userDeleted: true,
  signedOutElsewhere: true,
  userSwitched: true,
  linkWaits: true,
} satisfies Record<AuthNotice, true>

test('the page of notices has a row for each, and names screens that there are', () => {
  expect(rows.map(({ notice }) => notice)).toEqual(Object.keys(notices))
  for (const { notice, routes } of rows) {
    expect(routes, notice).not.toEqual([])
    expect(Object.values(routeOf), notice).toEqual(expect.arrayContaining(routes))
  }
})
