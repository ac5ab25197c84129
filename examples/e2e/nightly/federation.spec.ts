import type { AppModel } from '../models/app.model.ts'
import { text } from '../models/texts.ts'
import { googleToken } from '../support/provider-token.ts'
import { expect, test } from '../support/test.ts'

const hour = 3_600_000

async function openTokenForm(app: AppModel): Promise<AppModel['signIn']['token']> {
  await app.open()
  await app.signIn.token.summary.click()
  return app.signIn.token
}

test('the AWS identity of a guest stays the same for the user', async ({ app, member }) => {
  await app.open()
  const guest = await app.signIn.guest.read('Guest')
  expect(guest).toMatch(/^us-east-1:[\da-f-]{36}$/)

  await app.signIn.submit(member)
  await app.expectRoute('signedIn')
  expect(await app.signedIn.awsIdentity.read('User')).toBe(guest)

  await app.signedIn.signOut.click()
  await app.expectRoute('signIn')
  expect(await app.signIn.guest.read('Guest')).not.toBe(guest)
})

test('no AWS identity for guests, or none just now: said, and tried again', async ({
  app,
  cognito,
}) => {
  const { guest } = app.signIn
  await cognito.patchIdentityPool({ AllowUnauthenticatedIdentities: false })
  await app.open()
  await guest.summary.click()
  await guest.get.click()
  await expect(guest.alert).toContainText(text('failure.guestAccessRefused'))
  await cognito.patchIdentityPool({ AllowUnauthenticatedIdentities: true })
  await cognito.addFault({ operation: 'GetCredentialsForIdentity', status: 503, times: 1 })
  await guest.retry.click()
  await expect(guest.alert).toContainText(text('failure.serviceError'))
  await guest.retry.click()
  await expect(guest.region).toContainText('KindGuest')
  await expect(guest.alert).toBeHidden()
})

test('with a token of Google alone: through a reload, without an account, until signing out', async ({
  app,
  cognito,
}) => {
  const form = await openTokenForm(app)
  await form.submit(googleToken('1067', cognito.now + hour), 'Ada')
  await app.expectRoute('signedIn')
  await expect(app.heading).toHaveText(text('title.signedIn', { name: 'Ada' }))
  await expect(app.main).toContainText(text('text.signedInWith', { provider: 'Google' }))
  const identity = await app.signedIn.awsIdentity.read('User')

  await app.reload()
  await app.expectRoute('signedIn')
  expect(await app.signedIn.awsIdentity.read('User')).toBe(identity)
  await expect(app.signedIn.signOutEverywhere).toBeHidden()
  await expect(app.settings.load).toBeHidden()
  await expect(app.settings.tabs).toHaveCount(0)

  await app.signedIn.signOut.click()
  await app.expectRoute('signIn')
  await app.reload()
  await app.expectRoute('signIn')
  const { origins } = await app.page.context().storageState()
  const keys = origins.flatMap(({ localStorage }) => localStorage.map(({ name }) => name))
  expect(keys.filter((name) => name.includes('federated'))).toEqual([])
})

test('the failure of a token is shown in the sign-in form, once', async ({ app, cognito }) => {
  const form = await openTokenForm(app)
  await form.submit('neither a JWT nor known')
  await expect(app.alert).toHaveText(text('failure.loginRefused'))
  await expect(form.alert).toBeEmpty()
  await form.submit(googleToken('1067', cognito.now + hour))
  await app.expectRoute('signedIn')
})

test('a provider that needs more than its token has more fields', async ({ app, cognito }) => {
  const form = await openTokenForm(app)
  await expect(form.issuer).toBeHidden()
  await form.provider.selectOption('The server of this app')
  await form.submit('a token')
  await expect(form.alert).toContainText('Fill in: Identity id.')
  await expect(form.identityId).toBeFocused()
  await form.provider.selectOption('Another OpenID issuer')
  await expect(form.identityId).toBeHidden()
  await form.issuer.fill('login.example.com')
  await form.submit(googleToken('1067', cognito.now + hour))
  await app.expectRoute('signedIn')
  await expect(app.main).toContainText(text('text.signedInWith', { provider: 'login.example.com' }))
})
