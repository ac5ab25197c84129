// biome-ignore-all lint/suspicious/noConsole: what a developer may do, the page does here

import type { CDPSession } from '@playwright/test'
import { expect, test } from '../support/test.ts'

/** Objects looked into at most: everything that a click or two in the console opens. */
const limit = 1_500

test('a console that shows private fields shows no password', async ({ app, page, person }) => {
  test.slow()
  await page.addInitScript(() => {
    window.addEventListener('leave', () => console.log({ leak: 'not-a-secret' }))
    const before = Reflect.get(window, 'authInspect')
    Object.assign(window, {
      authInspect(inspected: { event?: { type: string }; action?: unknown }) {
        if (typeof before === 'function') before(inspected)
        if (inspected.event?.type === 'signIn.submit' || inspected.action) console.debug(inspected)
      },
    })
  })
  const session = await page.context().newCDPSession(page)
  const logged: RemoteObject[] = []
  session.on('Runtime.consoleAPICalled', ({ args }) => logged.push(...args))
  await session.send('Runtime.enable')

  await app.open()
  await app.signIn.submit(person)
  await expect(app.alert).toBeVisible()
  await page.evaluate(() => window.dispatchEvent(new Event('leave')))
  await expect.poll(() => JSON.stringify(logged)).toContain('not-a-secret')

  const shown = await lookInto(session, logged)
  expect(shown).toContain('signIn.submit')
  // The only member of a secret: it was opened.
  expect(shown).toContain('"key",{"type":"function"')
  expect(shown).not.toContain(person.password)
})

/** As far as it matters here. */
interface RemoteObject {
  readonly objectId?: string
  readonly preview?: unknown
  readonly value?: unknown
}

/** All that DevTools can show of some values, private and internal fields included. */
async function lookInto(session: CDPSession, values: readonly RemoteObject[]): Promise<string> {
  const seen: unknown[] = [...values]
  const open = values.map(({ objectId }) => objectId).filter((id) => id !== undefined)
  for (let index = 0; index < Math.min(open.length, limit); index += 1) {
    const objectId = open[index] ?? ''
    const {
      result,
      privateProperties = [],
      internalProperties = [],
    } = await session.send('Runtime.getProperties', {
      objectId,
      ownProperties: true,
      generatePreview: true,
    })
    for (const { name, value } of [...result, ...privateProperties, ...internalProperties]) {
      seen.push(name, value)
      if (value?.objectId && name !== '[[Prototype]]') open.push(value.objectId)
    }
  }
  return JSON.stringify(seen)
}
