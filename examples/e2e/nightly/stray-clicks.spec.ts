import type { Locator } from '@playwright/test'
import type { AppModel, Route } from '../models/app.model.ts'
import { watchRequests } from '../support/requests.ts'
import { expect, test } from '../support/test.ts'
import { visit } from '../support/visit.ts'

const links: readonly (readonly [Route, (app: AppModel) => Locator, Route])[] = [
  ['signIn', (app) => app.signIn.createAccount, 'signUp'],
  ['signUp', (app) => app.signUp.haveAccount, 'signIn'],
  ['signIn', (app) => app.signIn.forgotPassword, 'forgotPassword'],
  ['forgotPassword', (app) => app.back, 'signIn'],
  ['confirmSignIn', (app) => app.back, 'signIn'],
  ['setupTotp', (app) => app.setupTotp.leave, 'signIn'],
  ['verifyContact', (app) => app.verifyContact.skip, 'signedIn'],
]

for (const [from, link, to] of links) {
  test(`from ${from} to ${to}: the second click does nothing there`, async ({ page, visitor }) => {
    await visit(from, visitor)
    // Whatever comes next stands under the pointer.
    const next = `main:not([data-route=${from}]) button`
    await page.addStyleTag({ content: `${next} { position: fixed !important; inset: 0 }` })
    const sent = watchRequests(page)
    await link(visitor.app).dblclick()
    await visitor.app.expectRoute(to)
    await expect(visitor.app.alert).toBeEmpty()
    expect(sent).toEqual([])
  })
}
