// @vitest-environment happy-dom
import { createAuth, Secret } from '@authchart/machine'
import { person, scriptedCognito, scriptedConfig } from '@authchart/machine/testing'
import { expect, test, vi } from 'vitest'
import { canaryWalks, runCanary } from './support/canary.ts'
import { canarySinks, sinkNames } from './support/canary-sinks.ts'

const redaction = vi.hoisted(() => ({ isOff: false }))
vi.mock('../src/trace/known-secrets.ts', async (real) => {
  const { knownSecrets } = await real<typeof import('../src/trace/known-secrets.ts')>()
  return {
    knownSecrets() {
      const secrets = knownSecrets()
      const { has } = secrets
      return Object.assign(secrets, {
        has: (text: string) => !redaction.isOff && has(text),
      })
    },
  }
})
vi.mock('@vue/devtools-api', () => import('./support/fake-vue-devtools.ts'))
vi.mock('../../machine/src/cognito/cognito-ports.ts', async (real) =>
  (await import('./support/between.ts')).mockPorts(await real()),
)
vi.mock('../../machine/src/create-auth.ts', async (real) =>
  (await import('./support/between.ts')).mockCreateAuth(await real()),
)

const walks = canaryWalks()
/** All of them take minutes: `npm run canary`. */
const each = Number(process.env.CANARY_EACH ?? 15)
const some = walks.filter((_, index) => index % each === 0)

test(`no secret of ${some.length} walks is in any sink, with everything listening`, {
  timeout: 900_000,
}, async () => {
  const { leaks, failures, characters, secrets } = await runCanary(some)
  expect(failures).toEqual([])
  expect(leaks).toEqual([])
  expect(secrets).toBeGreaterThan(10 * some.length)
  for (const name of sinkNames) expect(characters[name], name).toBeGreaterThan(1000 * some.length)
  if (each === 1)
    process.stdout.write(`${JSON.stringify({ walks: some.length, secrets, characters })}\n`)
})

test('a secret would be found in any of them', async () => {
  const walk = walks.at(-1)
  if (!walk) throw new Error('No walk')
  const { leaks } = await runCanary([walk], ({ texts }) => {
    for (const name of sinkNames) texts[name].push(`{"password":"${person.password}"}`)
  })
  expect(leaks).toEqual(sinkNames.map((sink) => ({ walk: walk.title, sink, what: 'password' })))
})

/** What a developer's own trigger may do: Cognito passes on its words, with what was typed in them. */
async function refusedWithEcho() {
  const sinks = canarySinks()
  const message = `PreSignUp failed with error password ${person.password}. Nor "${person.password}!"`
  const fetch = async () =>
    Response.json({ __type: 'UserLambdaValidationException', message }, { status: 400 })
  const auth = createAuth({ config: scriptedConfig, fetch, inspect: sinks.inspect })
  const taken = sinks.attach(auth)
  try {
    await auth.ready()
    auth.actor.send({ type: 'go.signUp' })
    // The same once more, in a field that anybody may see.
    const username = `ada:${person.password}/1`
    const password = new Secret(person.password)
    auth.actor.send({ type: 'signUp.submit', username, password, attributes: {} })
    await vi.waitFor(() => expect(auth.actor.getSnapshot().context.failure?.message).toBe(message))
    await new Promise((resolve) => setTimeout(resolve, 200))
    taken.look()
    taken.stop()
  } finally {
    auth.stop()
    localStorage.clear()
    sessionStorage.clear()
  }
  return sinkNames.filter((name) => sinks.texts[name].join().includes(person.password))
}

test('what a refusal or a name says of a password is in no sink but Stately’s inspector', async () => {
  expect(await refusedWithEcho()).toEqual(['stately/inspect'])
})

test('without the redactor it would be in all that are told of it', async () => {
  redaction.isOff = true
  try {
    // Vue Devtools is told nothing here; the walks above look at it.
    const told = sinkNames.filter((name) => name !== 'vue devtools')
    expect(await refusedWithEcho()).toEqual(told)
  } finally {
    redaction.isOff = false
  }
})

test('a password that is no Secret is seen by Stately’s inspector, and by nobody else', async () => {
  const sinks = canarySinks()
  const { fetch } = scriptedCognito()
  const auth = createAuth({ config: scriptedConfig, fetch, inspect: sinks.inspect })
  const taken = sinks.attach(auth)
  await auth.ready()
  const password = person.password as unknown as Secret<string>
  auth.actor.send({ type: 'signIn.submit', username: person.username, password })
  await vi.waitFor(() => expect(sinks.texts['stately/inspect'].join()).toContain(person.password))
  await new Promise((resolve) => setTimeout(resolve, 100))
  taken.look()
  taken.stop()
  auth.stop()
  const found = sinkNames.filter((name) => sinks.texts[name].join().includes(person.password))
  expect(found).toEqual(['stately/inspect'])
})
