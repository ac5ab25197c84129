import { Agent, createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { decodeJwt } from 'jose'
import { expect, onTestFinished } from 'vitest'
import { memoryStorage } from '../../src/adapters/memory/memory-storage.ts'
import { requestCookies } from '../../src/adapters/server/index.ts'
import { type Auth, createAuth } from '../../src/index.ts'
import type { KeyValueStorage } from '../../src/ports/key-value-storage.ts'
import { createPerson } from './rendered-site.ts'
import { control, openPage, type Page, password, settled } from './sandbox-auth.ts'

const hour = 3_600_000
const atOnce = 40

interface Person {
  readonly email: string
  /** What is theirs alone: name, e-mail, id, tokens. */
  readonly marks: readonly string[]
  /** `Cookie` headers: tokens past their time, which a server has to refresh, and good ones. */
  readonly staleCookies: string
  readonly cookies: string
}

/**
 * Two users load their pages at the same time, `rounds` times each, from one server that waits here
 * and there for a while, by chance but always the same (`seed`): each response is of its own user
 * alone, and when all are sent nothing of them is left.
 */
export async function serveTwoUsers(
  render: (auth: Auth) => string | Promise<string>,
  { rounds, seed }: { rounds: number; seed: number },
): Promise<void> {
  const random = seeded(seed)
  const pause = (mostMs: number) =>
    new Promise((resolve) => setTimeout(resolve, Math.floor(random() * mostMs)))
  const page = openPage()
  const people = await twoPeople(page)
  const site = await openBusySite(page, pause, render)
  // What the framework sets up once for all is not ours.
  for (const { cookies } of people) await site.get(cookies)
  const globalNames = Reflect.ownKeys(globalThis)

  const jobs = Array.from({ length: rounds }).flatMap((_, round) =>
    people.map((person) => ({ person, isStale: round % 10 === 0 })),
  )
  const answers: { person: Person; isStale: boolean; text: string }[] = []
  const work = async () => {
    for (let job = jobs.shift(); job; job = jobs.shift()) {
      await pause(3)
      const { staleCookies, cookies } = job.person
      answers.push({ ...job, text: await site.get(job.isStale ? staleCookies : cookies) })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  await site.close()
  await new Promise((resolve) => setTimeout(resolve, 50))

  expect(site.mostAtOnce()).toBeGreaterThan(atOnce / 4)
  expect(answers).toHaveLength(2 * rounds)
  for (const { person, isStale, text } of answers) {
    expect(text).toContain(`signedIn ${person.email}`)
    expect(/set-cookie/i.test(text)).toBe(isStale)
    const foreign = people.filter((other) => other !== person).flatMap(({ marks }) => marks)
    expect(foreign.filter((mark) => text.includes(mark))).toEqual([])
    expect(subsIn(text).filter((sub) => !person.marks.includes(sub))).toEqual([])
  }
  expect(Reflect.ownKeys(globalThis)).toEqual(globalNames)
  expect(process.getActiveResourcesInfo().filter((type) => /Timeout|TCP/.test(type))).toEqual([])
  expect(site.authsAlive()).toBeLessThan(atOnce)
}

async function twoPeople(page: Page): Promise<Person[]> {
  const emails = ['ada@example.com', 'grace@example.com']
  for (const email of emails) await createPerson(page, email)
  const stale: Stored[] = []
  for (const email of emails) stale.push(await signIn(page, email))
  await control(page, '/clock', { advanceMs: 2 * hour })
  return Promise.all(
    emails.map(async (email, index) => {
      const fresh = await signIn(page, email)
      const before = stale[index] ?? fresh
      return {
        email,
        marks: [email, ...before.marks, ...fresh.marks],
        staleCookies: before.cookies,
        cookies: fresh.cookies,
      }
    }),
  )
}

interface Stored {
  readonly cookies: string
  readonly marks: readonly string[]
}

async function signIn(page: Page, username: string): Promise<Stored> {
  const items = new Map<string, string>()
  const auth = page.openTab({ storage: memoryStorage(items) })
  ;(await settled(auth, 'signIn')).submit({ username, password })
  const { user } = await settled(auth, 'signedIn')
  auth.stop()
  return {
    cookies: [...items].map(([key, value]) => `${encodeURIComponent(key)}=${value}`).join('; '),
    marks: [user.userId, user.username, ...[...items.values()].filter((value) => value.length > 9)],
  }
}

async function openBusySite(
  { sandbox }: Page,
  pause: (mostMs: number) => Promise<unknown>,
  render: (auth: Auth) => string | Promise<string>,
) {
  const auths: WeakRef<Auth>[] = []
  let now = 0
  let most = 0

  async function answer(cookieHeader: string | undefined) {
    const cookies = requestCookies(cookieHeader)
    const auth = createAuth({
      config: sandbox.config,
      clock: sandbox.clock,
      storage: slow(cookies, () => pause(3)),
      fetch: async (input, init) => {
        await pause(8)
        return sandbox.fetch(input instanceof Request ? input : new URL(input), init)
      },
    })
    auths.push(new WeakRef(auth))
    try {
      const initial = await auth.ready()
      await pause(20)
      const html = await render(auth)
      return { body: html + JSON.stringify(initial), setCookies: cookies.setCookies }
    } finally {
      auth.stop()
    }
  }

  const server = createServer(async (request, response) => {
    now += 1
    most = Math.max(most, now)
    const { body, setCookies } = await answer(request.headers.cookie)
    now -= 1
    if (setCookies.length > 0) response.setHeader('set-cookie', setCookies)
    response.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const agent = new Agent({ keepAlive: true })
  const close = () => {
    agent.destroy()
    return new Promise<unknown>((resolve) => server.close(resolve))
  }
  onTestFinished(async () => {
    server.closeAllConnections()
    await close()
  })

  return {
    mostAtOnce: () => most,

    /** Headers and body. */
    get: (cookie: string) =>
      new Promise<string>((resolve, reject) => {
        get({ host: '127.0.0.1', port, agent, headers: { cookie } }, async (response) => {
          let text = response.rawHeaders.join('\n')
          for await (const chunk of response) text += chunk
          resolve(text)
        }).on('error', reject)
      }),
    close,
    authsAlive(): number {
      setFlagsFromString('--expose-gc')
      const collect: () => void = runInNewContext('gc')
      collect()
      return auths.filter((auth) => auth.deref()).length
    },
  }
}

const slow = (storage: KeyValueStorage, wait: () => Promise<unknown>): KeyValueStorage => ({
  getItem: async (key) => {
    await wait()
    return storage.getItem(key)
  },
  setItem: async (key, value) => {
    await wait()
    await storage.setItem(key, value)
  },
  removeItem: async (key) => {
    await wait()
    await storage.removeItem(key)
  },
})

const subsIn = (text: string): string[] =>
  (text.match(/eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+/g) ?? []).flatMap((jwt) => decodeJwt(jwt).sub ?? [])

/** Between 0 and 1; mulberry32. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
