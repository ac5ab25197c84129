import { expect, test } from '../support/test.ts'
import { openTwoTabs } from '../support/two-tabs.ts'

const calls = [
  'auth.fetch',
  'getSession',
  'getSession with a forced refresh',
  'credentials',
] as const

test('the requests of a page are not made for another user who signs in in another tab meanwhile', async ({
  context,
  cognito,
  member,
  canary,
}) => {
  const { first, sent, switchUsers } = await openTwoTabs(context, cognito, member, canary)
  const results = first.evaluate(
    (calls) => Promise.all(calls.map((name) => window.bareAuth.call(name))),
    [...calls],
  )
  await switchUsers()
  expect(await results).toEqual(calls.map(() => 'SignedOutError: signedOut'))
  expect(sent).not.toContain('/transfer')
  expect(sent).not.toContain('GetCredentialsForIdentity')
})

test('an account is not deleted for another user who signs in in another tab meanwhile', async ({
  context,
  cognito,
  member,
  canary,
}) => {
  const { first, sent, switchUsers } = await openTwoTabs(context, cognito, member, canary)
  await first.evaluate((person) => window.bareAuth.task('DeleteUser', person), member)
  await switchUsers()
  expect(sent).not.toContain('DeleteUser')
})
