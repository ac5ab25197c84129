import { expect, test } from '../support/test.ts'

test('tokens that are too large for a cookie: signed in through reloads, and nothing is left', async ({
  app,
  cognito,
  member,
  page,
}) => {
  const { userPoolId } = cognito.config
  for (let index = 0; index < 25; index += 1) {
    const GroupName = `group-${index}-${'x'.repeat(100)}`
    await cognito.call('CreateGroup', { UserPoolId: userPoolId, GroupName })
    await cognito.administer('AdminAddUserToGroup', member.email, { GroupName })
  }
  app.configure({ cookieStorage: {} })
  await app.enter(member)
  const cookies = await page.context().cookies()
  const ofUser = /^CognitoIdentityServiceProvider\.\w+\.([\da-f-]{36}\.)?/
  expect(cookies.map(({ name }) => name.replace(ofUser, '')).sort()).toEqual([
    'LastAuthUser',
    'accessToken.0',
    'accessToken.1',
    'clockDrift',
    'idToken.0',
    'idToken.1',
    'refreshToken',
  ])
  for (const { name, value } of cookies) expect(name.length + value.length).toBeLessThan(4097)
  await app.reload()
  await app.expectRoute('signedIn')
  await app.signedIn.signOut.click()
  await app.expectRoute('signIn')
  expect(await page.context().cookies()).toEqual([])
})

test('cookies that the browser rejects are a failure, and no user is half signed in', async ({
  app,
  member,
  page,
}) => {
  app.configure({ cookieStorage: { domain: 'elsewhere.example' } })
  await app.open()
  await app.signIn.submit(member)
  await expect(app.alert).toBeVisible()
  await app.expectRoute('signIn')
  expect(await page.context().cookies()).toEqual([])
  await app.reload()
  await app.expectRoute('signIn')
})
