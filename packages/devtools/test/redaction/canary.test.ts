// @vitest-environment happy-dom
import { createAuth, Secret } from '@authchart/machine'
import { actorOf } from '@authchart/machine/xstate'
import { person, scriptedCognito, scriptedConfig } from '@authchart/testing'
import { expect, test, vi } from 'vitest'
import { canaryWalks, made, runCanary } from '../support/canary.ts'
import { sinkNames } from '../support/canary-sinks.ts'
import { contains } from '../support/forms-of.ts'

const redaction = vi.hoisted(() => ({ isOff: false, isForgotten: false }))
vi.mock('../../src/redaction/redactor.ts', async (real) => {
  const module = await real<typeof import('../../src/redaction/redactor.ts')>()
  const redactor: typeof module.redactor = (secrets) => {
    const mine = module.redactor(secrets)
    const show: typeof mine.show = (rule, value) => {
      const shown = mine.show(rule, value)
      return redaction.isForgotten ? JSON.parse(JSON.stringify(value ?? null)) : shown
    }
    return { ...mine, show }
  }
  return { ...module, redactor }
})
vi.mock('../../src/redaction/known-secrets.ts', async (real) => {
  const { knownSecrets } = await real<typeof import('../../src/redaction/known-secrets.ts')>()
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
// Frames show the app's own page: here there is none to load.
vi.mock('../../src/panel/catalogue/catalogue-frame.ts', async (real) => ({
  ...(await real<typeof import('../../src/panel/catalogue/catalogue-frame.ts')>()),
  catalogueFrame: () => document.createElement('iframe'),
}))
vi.mock('@vue/devtools-api', () => import('../support/fake-vue-devtools.ts'))
vi.mock('../../../machine/src/default-ports.ts', async (real) =>
  (await import('../support/between.ts')).mockPorts(await real()),
)
vi.mock('../../../machine/src/create-auth.ts', async (real) =>
  (await import('../support/between.ts')).mockCreateAuth(await real()),
)

const walks = canaryWalks()
/** All of them take minutes: `npm run canary`. */
const each = Number(process.env.CANARY_EACH ?? 40)
const some = walks.filter((_, index) => index % each === 0)

/** Each goes through all of the panel. In ms. */
const patient = { timeout: 120_000 }

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

test('a secret would be found in any of them, wherever it comes from', patient, async () => {
  const walk = walks.find(({ steps }) => steps.some(({ event }) => event.type === 'signIn.submit'))
  if (!walk) throw new Error('No walk')
  redaction.isForgotten = true
  const reveal = vi.spyOn(Secret.prototype, 'toJSON').mockImplementation(revealed)
  try {
    const { leaks, failures } = await runCanary([walk])
    const isPassword = ({ what }: { readonly what: string }) => what === 'password'
    expect(leaks.filter(isPassword).map(({ sink }) => sink)).toEqual(sinkNames)
    expect(failures).toEqual([expect.stringContaining('self-check')])
  } finally {
    redaction.isForgotten = false
    reveal.mockRestore()
  }
})

function revealed(this: Secret) {
  return this.reveal()
}

/** Some of its signs are written otherwise in JSON, in addresses, in forms. */
const typed = 'Pa"ss w0rd&x!7'
const written = [
  typed,
  JSON.stringify(typed).slice(1, -1),
  encodeURIComponent(typed),
  String(new URLSearchParams({ typed })).slice('typed='.length),
  Buffer.from(typed).toString('base64'),
]

/** What a developer's own trigger may do: Cognito passes on its words, with what was typed in them. */
async function rejectedWithEcho() {
  let message = ''
  const fetch = async () =>
    Response.json({ __type: 'UserLambdaValidationException', message }, { status: 400 })
  const auth = createAuth({ config: scriptedConfig, fetch })
  const { sinks, taken } = made()
  try {
    await auth.ready()
    actorOf(auth).send({ type: 'go.signUp' })
    for (const [index, text] of written.entries()) {
      message = `PreSignUp failed with error ${index}: password ${text}. Nor "${text}!"`
      // The same once more, in a field that is not secret.
      const username = `ada:${text}/1`
      const password = new Secret(typed)
      actorOf(auth).send({ type: 'signUp.submit', username, password, attributes: {} })
      await vi.waitFor(() => {
        const shown = actorOf(auth).getSnapshot().context.failure?.message
        expect(shown).toContain(`error ${index}: `)
        expect(shown).not.toContain(text)
      })
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
    await taken.stop()
  } finally {
    auth.stop()
    localStorage.clear()
    sessionStorage.clear()
  }
  return sinks.texts
}

test(
  'a password in a rejection or a name is in no sink but Stately’s inspector',
  patient,
  async () => {
    const texts = await rejectedWithEcho()
    expect(sinkNames.filter((name) => contains(texts[name].join(), typed))).toEqual([
      'stately/inspect',
    ])
  },
)

test(
  'without the redactor it would be in all of them, however it is written',
  patient,
  async () => {
    redaction.isOff = true
    try {
      const texts = await rejectedWithEcho()
      for (const text of written)
        expect(
          sinkNames.filter((name) => contains(texts[name].join(), text)),
          text,
        ).toEqual(sinkNames)
    } finally {
      redaction.isOff = false
    }
  },
)

test(
  'a password that is no Secret is in Stately’s inspector, and in no other sink',
  patient,
  async () => {
    const { fetch } = scriptedCognito()
    const auth = createAuth({ config: scriptedConfig, fetch })
    const { sinks, taken } = made()
    await auth.ready()
    const password = person.password as unknown as Secret<string>
    actorOf(auth).send({ type: 'signIn.submit', username: person.username, password })
    await vi.waitFor(() => expect(sinks.texts['stately/inspect'].join()).toContain(person.password))
    await new Promise((resolve) => setTimeout(resolve, 100))
    taken.look()
    await taken.stop()
    auth.stop()
    const found = sinkNames.filter((name) => sinks.texts[name].join().includes(person.password))
    expect(found).toEqual(['stately/inspect'])
  },
)
