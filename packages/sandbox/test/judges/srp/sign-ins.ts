import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { srpClients } from './clients.ts'
import { useNativePowers } from './libraries.ts'
import { randomUsers } from './random-users.ts'
import { createSrpSandbox, passwordsOfAnyKind } from './srp-sandbox.ts'

const rejected = {
  __type: 'NotAuthorizedException',
  message: 'Incorrect username or password.',
}

declare module 'vitest' {
  interface ProvidedContext {
    /** How many users sign in with each library, and their seed. */
    srpUsers: { readonly count: number; readonly seed: string }
  }
}

/** The sign-ins of one library; each has a file, so that they run side by side. */
export function testSignIns(library: string): void {
  const client = srpClients[library]
  if (!client) throw new Error(`No library ${library}`)

  const byUsername = createSrpSandbox({ UsernameAttributes: [], ...passwordsOfAnyKind })
  const byEmail = createSrpSandbox({ UsernameAttributes: ['email'], ...passwordsOfAnyKind })
  const { count, seed } = inject('srpUsers')
  const users = randomUsers(seed)
  const userOf = (index: number) =>
    index % 2 ? ([byEmail, users.email()] as const) : ([byUsername, users.username()] as const)

  const signInAndFail = async (index: number) => {
    const [sandbox, username] = userOf(index)
    const password = users.password()
    await sandbox.addUser(username, password)
    const about = JSON.stringify({ username, password })
    const { answer } = await sandbox.signIn(client, username, password)
    expect(answer, about).toHaveProperty('AuthenticationResult.AccessToken')
    if (index % 10) return
    const wrong = await sandbox.signIn(client, username, `${password}?`)
    expect(wrong.answer, about).toEqual(rejected)
  }

  let restore: () => void
  beforeAll(() => {
    restore = useNativePowers()
  })
  afterAll(() => restore())

  test(`${library} signs in ${count} users of the seed ${seed}, and is rejected with wrong passwords`, async () => {
    for (let index = 0; index < count; index += 1) await signInAndFail(index)
  }, 300_000)

  test(`${library} signs in and is rejected with its own arithmetic alone`, async () => {
    restore()
    await signInAndFail(0)
    restore = useNativePowers()
  }, 120_000)
}
