import { Amplify } from 'aws-amplify'
import { fetchAuthSession, signIn, signOut } from 'aws-amplify/auth'
import { beforeAll, expect, test } from 'vitest'
import { useAmplify } from '../support/amplify.ts'
import { password, useJudgedSandbox } from '../support/judged-sandbox.ts'
import { administrator } from '../support/users.ts'

const judged = useJudgedSandbox()
const admin = administrator(judged)

useAmplify(judged)

beforeAll(() => {
  const { userPoolId, userPoolClientId, endpoint, identityPoolId, identityEndpoint } = judged.config
  Amplify.configure({
    Auth: {
      Cognito: {
        userPoolId,
        userPoolClientId,
        userPoolEndpoint: endpoint,
        identityPoolId,
        identityPoolEndpoint: identityEndpoint,
        allowGuestAccess: true,
      },
    },
  })
})

const ownerOf = async (accessKeyId = ''): Promise<unknown> =>
  (await judged.sandbox.fetch(`${judged.config.controlUrl}/credentials/${accessKeyId}`)).json()

test('a guest signs in, and out again', async () => {
  const guest = await fetchAuthSession()
  expect(guest.tokens).toBeUndefined()
  expect(await ownerOf(guest.credentials?.accessKeyId)).toMatchObject({
    identityId: guest.identityId,
    isAuthenticated: false,
  })

  const username = await admin.confirmed()
  await signIn({ username, password })
  const user = await fetchAuthSession()
  expect(await ownerOf(user.credentials?.accessKeyId)).toMatchObject({
    identityId: user.identityId,
    isAuthenticated: true,
  })
  expect(user.userSub).toMatch(/^[0-9a-f-]{36}$/)

  await signOut()
  const after = await fetchAuthSession()
  expect(after.identityId).not.toBe(user.identityId)
  expect(await ownerOf(after.credentials?.accessKeyId)).toMatchObject({ isAuthenticated: false })
  await signIn({ username, password })
  expect((await fetchAuthSession()).identityId).toBe(user.identityId)
})

test('a forced refresh gets other credentials of the same identity', async () => {
  await signIn({ username: await admin.confirmed(), password })
  const first = await fetchAuthSession()
  const again = await fetchAuthSession({ forceRefresh: true })
  expect(again.identityId).toBe(first.identityId)
  expect(again.credentials?.accessKeyId).not.toBe(first.credentials?.accessKeyId)
})
