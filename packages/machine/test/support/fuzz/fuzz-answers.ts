import type { AnyEventObject, InspectionEvent } from 'xstate'
import { outcomes } from '../../../../testing/src/catalogue/outcome.ts'
import { payloads } from '../../../../testing/src/catalogue/payloads.ts'
import { person, user } from '../../../../testing/src/catalogue/person.ts'
import { type Moment, scriptedConfig } from '../../../../testing/src/scripted-cognito/pool.ts'
import {
  returnOf,
  storageOf,
  storedDevice,
  storedRedirect,
  storedSession,
} from '../../../../testing/src/scripted-cognito/storage-of.ts'
import { claimsOf } from '../../../../testing/src/scripted-cognito/tokens.ts'
import { sessionScreenStore } from '../../../src/adapters/browser/session-screen-store.ts'
import { memoryStorage } from '../../../src/adapters/memory/memory-storage.ts'
import { identityPool } from '../../../src/cognito/identity-pool/index.ts'
import { cognitoPorts } from '../../../src/cognito/index.ts'
import { type Auth, createAuth, toFailure } from '../../../src/index.ts'
import { actorOf, pathOf } from '../../../src/xstate.ts'
import { gatherer } from '../gatherer.ts'
import { oddAnswer } from './odd-answer.ts'
import { type Random, seeded } from './random.ts'
import { usualAnswer } from './usual-answer.ts'

/** What was found to be wrong, and where: `seed` makes it again. */
interface Fault {
  readonly seed: number
  readonly what: string
  readonly after: readonly string[]
}

export interface Fuzzed {
  readonly answers: number
  readonly operations: ReadonlyMap<string, number>
  readonly leaves: ReadonlySet<string>
  readonly faults: readonly Fault[]
}

/** What a reload finds: a challenge, a requested code, a device to confirm … */
const screens = outcomes
  .filter(({ actor, output }) => actor === 'readSession' && output)
  .map((outcome) => (moment: Moment) => storageOf(outcome, moment))

const federated = {
  provider: 'google',
  token: 'google-token-canary',
  identity_id: person.identityId,
  user: { name: 'Ada' },
  expires_at: 4_102_444_800_000,
}

const redirect = { pool: scriptedConfig, state: 'state', redirectUri: 'http://localhost/' }

/** The longest time to process an answer, in ms, on a busy machine as well. */
const patienceMs = 4_000
const atOnce = 16
const stepsOfSession = 14

/** Sessions over a Cognito whose answers are wrong by chance, until `answers` of them were given. */
export async function fuzzAnswers(options: { seed: number; answers: number }): Promise<Fuzzed> {
  const operations = new Map<string, number>()
  const leaves = new Set<string>()
  const faults: Fault[] = []
  let answers = 0
  let seed = options.seed
  const count = (operation: string) => {
    answers += 1
    operations.set(operation, (operations.get(operation) ?? 0) + 1)
  }
  async function work() {
    while (answers < options.answers && faults.length < 20) {
      const mine = seed++
      const { found, after } = await runSession(mine, [], count, (leaf) => leaves.add(leaf))
      for (const what of found) faults.push({ seed: mine, what, after })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return { answers, operations, leaves, faults }
}

export async function runSession(
  seed: number,
  /** Looked for as well. */
  otherSecrets: readonly string[] = [],
  count: (operation: string) => void = () => undefined,
  see: (leaf: string) => void = () => undefined,
): Promise<{ found: readonly string[]; after: readonly string[] }> {
  const random = seeded(seed)
  const found = new Set<string>()
  const after: string[] = []
  const { strings, gather } = gatherer()
  const secrets = new Set<string>([
    person.password,
    person.newPassword,
    person.code,
    person.answer,
    ...otherSecrets,
  ])
  const local = new Map<string, string>()
  const session = new Map<string, string>()
  let serial = seed * 1_000
  let nonce = 'nonce'
  let isOdd = true
  let opened: ((answer: string | undefined) => void) | undefined

  const moment = (): Moment => {
    serial += 1
    return { pool: scriptedConfig, now: Date.now(), serial, nonce }
  }
  const store = (items: Readonly<Record<string, string>>) => {
    for (const [key, value] of Object.entries(items)) local.set(key, value)
  }
  const start = random.pick(['empty', 'session', 'old session', 'redirect', 'screen', 'federated'])
  store(storedDevice(scriptedConfig))
  if (start === 'session') store(storedSession(user, moment()))
  if (start === 'old session') store(storedSession(user, moment(), 3_700))
  if (start === 'federated') store({ 'aws-amplify-federatedInfo': JSON.stringify(federated) })
  const screen = start === 'screen' ? random.pick(screens)(moment()) : undefined
  store(screen?.localStorage ?? {})
  for (const [key, value] of Object.entries(screen?.sessionStorage ?? {})) session.set(key, value)
  if (start === 'redirect') store(storedRedirect(moment(), redirect))
  let address = start === 'redirect' ? returnOf({}, redirect) : 'http://localhost/'

  const fetch: typeof globalThis.fetch = async (input, init) => {
    init?.signal?.throwIfAborted()
    const request = new Request(input, init)
    const text = await request.text()
    const target = request.headers.get('x-amz-target')?.split('.')[1]
    const operation = target ?? new URL(request.url).pathname.slice(1)
    const body = target ? JSON.parse(text) : {}
    const sent = target ? secretsOf(body) : [...new URLSearchParams(text).values()].filter(isMarked)
    for (const secret of sent) secrets.add(secret)
    const running = actorOf(auth).getSnapshot().children
    const actor = Object.keys(running).find((id) => id !== 'session' && id !== 'account')
    const isRejected = isOdd && random.chance(0.1)
    const usual = usualAnswer(operation, body, actor, moment(), random, isRejected)
    const isWrong = isOdd && random.chance(0.5)
    if (!isWrong) {
      if (usual.kind !== 'answer') throw new TypeError('fetch failed')
      const { status, headers, body } = usual
      return new Response(typeof body === 'string' ? body : JSON.stringify(body), {
        status,
        headers,
      })
    }
    count(operation)
    const odd = oddAnswer(usual, sent, random)
    after.push(`${operation}: ${odd.how}`)
    return odd.respond()
  }

  const ports = cognitoPorts({
    config: {
      ...scriptedConfig,
      authenticationFlowType: random.chance(0.04) ? 'USER_SRP_AUTH' : 'USER_PASSWORD_AUTH',
    },
    storage: memoryStorage(local),
    fetch,
    identityPool,
    navigator: {
      address: () => address,
      replace: (next) => {
        address = next
      },
      open: (url, { signal }) =>
        new Promise((resolve, reject) => {
          nonce = new URL(url).searchParams.get('nonce') ?? nonce
          const state = new URL(url).searchParams.get('state') ?? ''
          opened = (kind) => resolve(kind && returnOf({}, { ...redirect, state }))
          signal.addEventListener('abort', () => reject(signal.reason))
        }),
    },
  })
  const auth = createAuth({
    timeoutMs: 2_000,
    inspect: (event: InspectionEvent) => {
      if (event.type === '@xstate.event') gather(event.event)
    },
    ports: {
      ...ports,
      screenStore: sessionScreenStore(scriptedConfig.userPoolClientId, memoryStorage(session)),
      channel: { post: () => undefined, listen: () => () => undefined },
      lock: { hold: (work) => work() },
    },
  })
  auth.on('*', gather)

  const gatherError = (error: unknown) => gather(toFailure(error))
  const leaf = () => pathOf(actorOf(auth).getSnapshot())
  async function settle(): Promise<boolean> {
    const end = performance.now() + patienceMs
    for (;;) {
      await tick()
      if (opened) {
        opened(random.chance(0.8) ? 'back' : undefined)
        opened = undefined
        continue
      }
      const { isPending, route } = auth.getView()
      if (!isPending && route !== 'restoring') return true
      if (performance.now() > end) return false
    }
  }

  async function look() {
    if (!(await settle())) {
      found.add(`pending for ever in ${leaf()}`)
      return
    }
    see(leaf())
    gather({ ...auth.getView() })
    if (possible(auth).length === 0) found.add(`no exit from ${leaf()}`)
    if (!actorOf(auth).getSnapshot().hasTag('authenticated')) return
    const { user } = actorOf(auth).getSnapshot().context
    if (user?.kind === 'federated') return
    const session = await auth.getSession().catch(() => undefined)
    if (!session) return
    for (const token of [session.accessToken, session.idToken])
      if (isMarked(token)) secrets.add(token)
    const [id, access] = [session.idToken, session.accessToken].map(claimsIn)
    if (!id || !access) found.add('signed in with tokens that do not decode')
    else if (id.sub !== session.user.userId || access.sub !== id.sub)
      found.add('signed in with tokens of two users')
  }

  try {
    await look()
    for (let step = 0; step < stepsOfSession && found.size === 0; step += 1) {
      // Requests that apps make on their own.
      if (random.chance(0.1)) await auth.credentials().catch(gatherError)
      if (random.chance(0.1)) await auth.getSession({ forceRefresh: true }).catch(gatherError)
      const event = chooseEvent(auth, random)
      if (!event) break
      after.push(`${leaf()} > ${event.type}`)
      actorOf(auth).send(event as never)
      // A user who does not wait.
      if (random.chance(0.05)) await tick()
      else await look()
    }
    isOdd = false
    if (found.size === 0 && !(await leave(auth, settle)))
      found.add(`no path to signIn from ${leaf()}`)
  } catch (error) {
    found.add(`threw ${String(error)}`)
  }
  gather(JSON.stringify(actorOf(auth).getPersistedSnapshot()))
  auth.stop()
  for (const text of strings) {
    for (const secret of secrets) {
      if (secret.length > 5 && text.includes(secret))
        found.add(`shows ${secret.slice(0, 12)} in ${text.slice(0, 200)}`)
    }
  }
  for (const secret of [person.password, person.newPassword, person.answer]) {
    const isStored = [...local.values(), ...session.values()].some((text) => text.includes(secret))
    if (isStored) found.add(`stores ${secret}`)
  }
  return { found: [...found], after }
}

/** The catalogue reads one part of the account; this is the other. */
const others = [{ type: 'signedIn.load', part: 'devices' }]

function possible(auth: Auth): AnyEventObject[] {
  const snapshot = actorOf(auth).getSnapshot()
  const events = Object.entries(payloads)
    .filter(([type]) => !/^(session|account)\./.test(type))
    .flatMap(([type, bodies]) => bodies.map((body): AnyEventObject => ({ type, ...body })))
  return [...events, ...others].filter((event) => snapshot.can(event as never))
}

const isExit = ({ type }: AnyEventObject) =>
  /^(signOut|go\.signIn)$|\.(cancel|skip|leave)$/.test(type)

/** Mostly onward. */
function chooseEvent(auth: Auth, random: Random): AnyEventObject | undefined {
  const events = possible(auth)
  const onward = events.filter((event) => !isExit(event))
  const from = onward.length > 0 && random.chance(0.93) ? onward : events
  return from.length > 0 ? random.pick(from) : undefined
}

/** Leads from any leaf to the sign-in form, with a Cognito that answers correctly. */
async function leave(auth: Auth, settle: () => Promise<boolean>): Promise<boolean> {
  for (let step = 0; step < 8; step += 1) {
    if (!(await settle())) return false
    if (auth.getView().route === 'signIn') return true
    const exits = possible(auth).filter(isExit)
    const exit = exits.find(({ type }) => type === 'signOut') ?? exits[0]
    if (!exit) return false
    actorOf(auth).send(exit as never)
  }
  return false
}

function claimsIn(token: string) {
  try {
    return claimsOf(token)
  } catch {
    return undefined
  }
}

/** The secret texts of a request, by Cognito's names for them. */
function secretsOf(request: unknown, isSecret = false): string[] {
  if (typeof request === 'string') return isSecret && isMarked(request) ? [request] : []
  return Object.entries(Object(request)).flatMap(([name, part]) =>
    secretsOf(part, isSecret || /password|code|session|token|answer|secret|logins/i.test(name)),
  )
}

/** Whether a text is a secret of this session, and not a value that was put in by chance. */
const isMarked = (text: string) =>
  text === person.code || text.includes('canary') || (text.startsWith('ey') && text.length > 100)

const tick = () => new Promise<void>((resolve) => setImmediate(resolve))
