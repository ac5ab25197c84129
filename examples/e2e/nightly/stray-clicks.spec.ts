import type { Locator } from '@playwright/test'
import type { AppModel, Route } from '../models/app.model.ts'
import { watchRequests } from '../support/requests.ts'
import { expect } from '../support/test.ts'
import { leafOf, walkTest, walkToLeaf } from '../support/walk-to-leaf.ts'

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
  walkTest(`from ${from} to ${to}: the second click does nothing`, async ({ app, page }) => {
    await walkToLeaf(page, leafOf[from])
    // The buttons of the next screen are under the pointer.
    const next = `main:not([data-route=${from}]) button`
    await page.addStyleTag({ content: `${next} { position: fixed !important; inset: 0 }` })
    const sent = watchRequests(page)
    await link(app).dblclick()
    await app.expectRoute(to)
    await expect(app.alert).toBeHidden()
    expect(sent).toEqual([])
  })
}
