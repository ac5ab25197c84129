import { afterAll, beforeAll, expect, test } from 'vitest'
import { srpClients } from './clients.ts'
import { useNativePowers } from './libraries.ts'
import { randomEmail, randomPassword, randomUsername } from './random-users.ts'
import { createSrpSandbox, passwordsOfAnyKind } from './srp-sandbox.ts'

const refused = {
  __type: 'NotAuthorizedException',
  message: 'Incorrect username or password.',
}

/** The sign-ins of one library; each has a file, so that they run side by side. */
export const testSignIns = (library: string): void => {
  const client = srpClients[library]
  if (!client) throw new Error(`No library ${library}`)

  const byUsername = createSrpSandbox({ UsernameAttributes: [], ...passwordsOfAnyKind })
  const byEmail = createSrpSandbox({ UsernameAttributes: ['email'], ...passwordsOfAnyKind })
  const userOf = (index: number) =>
    index % 2 ? ([byEmail, randomEmail()] as const) : ([byUsername, randomUsername()] as const)

  const signInAndFail = async (index: number) => {
    const [sandbox, username] = userOf(index)
    const password = randomPassword()
    await sandbox.addUser(username, password)
    const about = JSON.stringify({ username, password })
    const { answer } = await sandbox.signIn(client, username, password)
    expect(answer, about).toHaveProperty('AuthenticationResult.AccessToken')
    if (index % 10) return
    const wrong = await sandbox.signIn(client, username, `${password}?`)
    expect(wrong.answer, about).toEqual(refused)
  }

  let restore: () => void
  beforeAll(() => {
    restore = useNativePowers()
  })
  afterAll(() => restore())

  test(`${library} signs in 200 users, and is refused with wrong passwords`, async () => {
    for (let index = 0; index < 200; index += 1) await signInAndFail(index)
  }, 300_000)

  test(`${library} signs in and is refused with its own arithmetic alone`, async () => {
    restore()
    for (const index of [0, 1]) await signInAndFail(10 * index)
    restore = useNativePowers()
  }, 120_000)
}
