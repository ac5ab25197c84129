import { expect, test } from 'vitest'
import { ConfigError, createAuth, type Override } from '../../src/index.ts'
import {
  createUser,
  email,
  lastCode,
  openPage,
  password,
  settled,
  signUp,
  submitSignIn,
} from '../support/sandbox-auth.ts'

test('a call that is wrapped gets the input and may change it', async () => {
  const seen: string[] = []
  const page = openPage({
    triggers: {
      preSignUp: ({ request }) => void seen.push(JSON.stringify(request.validationData)),
    },
  })
  const override: Override = {
    signUp: (original) => (input, options) =>
      original({ ...input, validationData: { invitation: 'friend' } }, options),
  }
  const auth = page.load({ override })
  const view = await signUp(auth)
  expect(seen).toEqual(['{"invitation":"friend"}'])
  view.submit({ code: await lastCode(page) })
  await settled(auth, 'signedIn')
})

test('a call that is replaced: users of another backend are signed in and come over', async () => {
  const page = openPage()
  const others = new Map([[email, password]])
  const override: Override = {
    signIn: (original) => async (input, options) => {
      const { username, password } = input
      if (password && others.get(username) === password.reveal()) {
        others.delete(username)
        await createUser(page)
      }
      return original(input, options)
    },
    globalSignOut: () => async () => {
      throw Object.assign(new Error('Not here'), { name: 'ForbiddenException' })
    },
  }
  const auth = page.load({ override })
  await submitSignIn(auth)
  const home = await settled(auth, 'signedIn')
  expect(others.size).toBe(0)
  home.globalSignOut()
  await expect.poll(() => auth.getView().failure?.code).toBe('forbidden')
})

test('what is no call of a user pool is rejected', () => {
  const config = { userPoolId: 'us-east-1_AbCdEf123', userPoolClientId: 'abc' }
  const create = (override: object) => () => createAuth({ config, override })
  expect(create({ signup: () => () => undefined })).toThrow(ConfigError)
  expect(create({ passwordPolicy: () => ({}) })).toThrow(/passwordPolicy/)
  // @ts-expect-error a sign-up is not answered with a text
  const wrong: Override = { signUp: () => async () => 'done' }
  expect(create(wrong)).not.toThrow()
})
