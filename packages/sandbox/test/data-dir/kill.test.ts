import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { post, useCommand } from '../support/command.ts'

const { directory, start, startAfter } = useCommand()

const ClientId = 'sandboxclient0000000000001'
const UserPoolId = 'us-east-1_Sandbox01'

/** The users with a response: by e-mail, whether the confirmation got one too. */
type Answered = Map<string, boolean>

interface UserView {
  readonly attributes: { readonly email: string }
  readonly status: string
}

/** The users of a sandbox that runs, in the same form. */
async function usersOf(controlUrl: string): Promise<Answered> {
  const users = (await (await fetch(`${controlUrl}/users`)).json()) as UserView[]
  return new Map(users.map(({ attributes, status }) => [attributes.email, status === 'CONFIRMED']))
}

/** Signs users up and confirms them until there is no response. */
async function signUpAll(endpoint: string, prefix: string, answered: Answered) {
  for (let number = 0; ; number += 1) {
    const Username = `${prefix}-${number}@example.com`
    try {
      const signUp = { ClientId, Username, Password: 'Passw0rd!' }
      if (!(await post(endpoint, 'SignUp', signUp)).ok) return
      answered.set(Username, false)
      if (!(await post(endpoint, 'AdminConfirmSignUp', { UserPoolId, Username })).ok) return
      answered.set(Username, true)
    } catch {
      return
    }
  }
}

const longAttributes = ['address', 'profile', 'website', 'picture', 'nickname', 'middle_name']

/** Changes one user over and over, so that the file is rewritten now and then; gives the last answered. */
async function changeOne(endpoint: string, from: number) {
  const Username = 'changed@example.com'
  for (let count = from; ; count += 1) {
    try {
      const { ok } = await post(endpoint, 'AdminUpdateUserAttributes', {
        UserPoolId,
        Username,
        UserAttributes: [
          { Name: 'name', Value: String(count + 1) },
          ...longAttributes.map((Name) => ({ Name, Value: 'x'.repeat(2000) })),
        ],
      })
      if (!ok) return count
    } catch {
      return count
    }
  }
}

/** The users of whom less is stored than the responses said. */
const lost = (answered: Answered, stored: Answered) =>
  [...answered].filter(([email, isConfirmed]) => {
    const found = stored.get(email)
    return found === undefined || (isConfirmed && !found)
  })

declare module 'vitest' {
  interface ProvidedContext {
    /** How often a sandbox is killed. */
    kills: number
  }
}

const kills = inject('kills')

test(`no user is lost by kill -9 whose sign-up was answered: ${kills} kills`, async () => {
  const data = join(directory, 'data')
  const answered: Answered = new Map()
  let changes = 0
  for (let round = 0; round <= kills; round += 1) {
    const user = ['--user', 'changed@example.com:Passw0rd!']
    const { child, exit, line } = start('--json', '--data', data, ...user)
    const { endpoint, controlUrl } = JSON.parse(await line())
    expect(lost(answered, await usersOf(controlUrl)), `after kill ${round}`).toEqual([])
    const stored = await post(endpoint, 'AdminGetUser', {
      UserPoolId,
      Username: 'changed@example.com',
    })
    const { UserAttributes } = (await stored.json()) as {
      UserAttributes: { Name: string; Value: string }[]
    }
    const name = UserAttributes.find(({ Name }) => Name === 'name')?.Value ?? '0'
    expect(Number(name), `after kill ${round}`).toBeGreaterThanOrEqual(changes)
    const changing = changeOne(endpoint, Number(name))
    const wanted = answered.size + 1 + ((round * 7) % 11)
    const work = ['a', 'b', 'c'].map((name) => signUpAll(endpoint, `${round}${name}`, answered))
    await expect.poll(() => answered.size, { interval: 1, timeout: 20_000 }).toBeGreaterThan(wanted)
    child.kill('SIGKILL')
    await Promise.all([exit, ...work])
    changes = await changing
  }
  expect(answered.size).toBeGreaterThan(kills)
}, 600_000)

// `ulimit -f` simulates a full disk: writes fail, some of them halfway.
test.runIf(process.platform === 'linux')('what cannot be written is not answered', async () => {
  const data = join(directory, 'full')
  const answered: Answered = new Map()
  const first = startAfter('ulimit -f 40', '--json', '--data', data)
  const { endpoint } = JSON.parse(await first.line())
  await signUpAll(endpoint, 'full', answered)
  const rejected = await post(endpoint, 'SignUp', {
    ClientId,
    Username: 'one-more@example.com',
    Password: 'Passw0rd!',
  })
  expect(rejected.status).toBe(500)
  expect(await rejected.json()).toMatchObject({
    __type: 'InternalErrorException',
    message: expect.stringContaining('sandbox.jsonl could not be written'),
  })
  expect(existsSync(data)).toBe(true)
  first.child.kill('SIGKILL')
  await first.exit

  const { line } = start('--json', '--data', data)
  const { controlUrl } = JSON.parse(await line())
  expect(answered.size).toBeGreaterThan(3)
  expect(lost(answered, await usersOf(controlUrl))).toEqual([])
})
