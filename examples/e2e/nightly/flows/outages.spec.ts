import { expect, test } from '../../support/test.ts'

test('Cognito is down, and comes back', async ({ app, cognito, member }) => {
  await app.open()
  await app.expectRoute('signIn')
  await cognito.goDown()
  await app.signIn.submit(member)
  await expect(app.alert).toContainText('cannot be reached')
  await expect(app.signIn.password).toHaveValue(member.password)

  await cognito.comeUp()
  await app.signIn.signIn.click()
  await app.expectRoute('signedIn')
})

const faults = [
  {
    name: 'a page of a proxy instead of an answer',
    fault: { status: 503, body: '<html><body>503 Service Unavailable</body></html>' },
    says: 'not answering properly',
  },
  { name: 'a connection that breaks', fault: { drop: true }, says: 'cannot be reached' },
  { name: 'an empty answer', fault: { status: 200, body: '' }, says: 'not answering properly' },
  {
    name: 'too many requests',
    fault: { type: 'TooManyRequestsException', message: 'Too many requests' },
    says: 'A lot is going on',
  },
]

test('an answer that is none is said, whatever it is, and over with the next try', async ({
  app,
  cognito,
  member,
}) => {
  await app.open()
  for (const { name, fault, says } of faults) {
    await test.step(name, async () => {
      await cognito.addFault({ operation: '*', ...fault })
      await app.signIn.submit(member)
      await expect(app.alert).toContainText(says)
      await expect(app.signIn.email).toHaveValue(member.email)
      await cognito.clearFaults()
    })
  }
  await app.signIn.signIn.click()
  await app.expectRoute('signedIn')
})

test('an outage while confirming keeps the screen and the way on', async ({
  app,
  cognito,
  person,
}) => {
  await app.register(person)
  const code = await cognito.lastCode(person.email)
  await cognito.addFault({ operation: 'ConfirmSignUp', status: 500, body: 'oops' })
  await app.confirmSignUp.submit(code)
  await expect(app.alert).toContainText('not answering properly')
  await cognito.clearFaults()
  await app.confirmSignUp.submit(code)
  await app.expectRoute('signedIn')
})

test('signing out works without Cognito', async ({ app, cognito, member }) => {
  await app.enter(member)
  await cognito.goDown()
  await app.signedIn.signOut.click()
  await app.expectRoute('signIn')
  await app.reload()
  await app.expectRoute('signIn')
})
