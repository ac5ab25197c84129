import { expect, onTestFinished, test, vi } from 'vitest'
import { createUser, email, openPage, password, settled } from '../support/sandbox-auth.ts'

test('where what proves a password does not load, the sign-in can be tried again', async () => {
  const page = openPage()
  await createUser(page)
  vi.resetModules()
  vi.doMock('../../src/cognito/srp/srp.ts', () => {
    throw new TypeError('Failed to fetch dynamically imported module')
  })
  onTestFinished(() => {
    vi.doUnmock('../../src/cognito/srp/srp.ts')
    vi.resetModules()
  })
  const auth = page.load()
  const { submit } = await settled(auth, 'signIn')
  submit({ username: email, password })
  await vi.waitFor(() => expect(auth.getView().failure).toBeDefined())
  expect(auth.getView()).toMatchObject({
    route: 'signIn',
    isPending: false,
    failure: { code: 'network', retryable: true },
  })
  expect(page.sent).toEqual([])

  vi.doUnmock('../../src/cognito/srp/srp.ts')
  submit({ username: email, password })
  await settled(auth, 'signedIn')
})
