/**
 * Whether the sandbox's answers take as long with many users as with few: accepted and rejected
 * requests, with and without a data directory. Prints JSON: times in ms, and their ratio to those with
 * 100 users. Fails when an answer takes three times as long. `node bench/sandbox.mjs`
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { argv, stdout } from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const sizes = argv.length > 2 ? argv.slice(2).map(Number) : [100, 10_000, 100_000]
const rounds = 60
const mostRatio = 3

const directory = mkdtempSync(join(tmpdir(), 'authchart-bench-'))
const { createApp, createEngine, newUser, nodeHost, operationContext, setPassword } = await load()

const results = []
for (const storage of ['memory', 'data']) {
  for (const users of sizes) results.push({ storage, users, ...(await measure(storage, users)) })
}
rmSync(directory, { recursive: true })

const ratios = results.map(({ storage, users, ms }) => {
  const first = results.find((other) => other.storage === storage).ms
  const times = Object.entries(ms).map(([name, value]) => [name, round(value / first[name])])
  return { storage, users, ...Object.fromEntries(times) }
})
stdout.write(`${JSON.stringify({ results, ratios }, null, 2)}\n`)
const slow = ratios.flatMap(({ storage, users, ...times }) =>
  Object.entries(times).filter(([, ratio]) => ratio > mostRatio),
)
if (slow.length > 0) process.exitCode = 1

async function measure(storage, count) {
  const dataDir = storage === 'data' ? join(directory, String(count)) : undefined
  seed(dataDir, count)?.close()
  const start = performance.now()
  const engine = dataDir ? createEngine({ dataDir }, nodeHost) : seed(undefined, count)
  const startMs = round(performance.now() - start)
  const app = createApp(engine)
  const send = async (operation, body) => {
    const answer = await app.fetch(
      new Request('http://sandbox.localhost/', {
        method: 'POST',
        headers: {
          'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
          authorization: 'AWS4-HMAC-SHA256 bench',
        },
        body: JSON.stringify(body),
      }),
    )
    return answer.status
  }
  const { clientId: ClientId, userPoolId: UserPoolId } = engine.state
  const signIn = (USERNAME, PASSWORD) =>
    send('InitiateAuth', {
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME, PASSWORD },
    })
  const signUp = (Username) => send('SignUp', { ClientId, Username, Password: 'Passw0rd!' })
  const ms = {
    signUpAccepted: await time(200, (round) => signUp(`new-${round}@example.com`)),
    signUpRejected: await time(400, () => signUp('user-0@example.com')),
    signInAccepted: await time(200, () => signIn('user-0@example.com', 'Passw0rd!')),
    signInRejected: await time(400, (round) => signIn(`unknown-${round}@example.com`, 'Passw0rd!')),
    listPage: await time(200, () => send('ListUsers', { UserPoolId, Limit: 10 })),
    listByEmail: await time(200, () =>
      send('ListUsers', { UserPoolId, Filter: 'email = "user-1@example.com"' }),
    ),
    updateAccepted: await time(200, () =>
      send('AdminUpdateUserAttributes', {
        UserPoolId,
        Username: 'user-1@example.com',
        UserAttributes: [{ Name: 'name', Value: 'Ada' }],
      }),
    ),
  }
  engine.close()
  const bytes = dataDir && statSync(join(dataDir, 'sandbox.jsonl')).size
  return { ms, ...(dataDir && { startMs, bytes }) }
}

/** An engine with so many users. All but the first have a copy of its verifier: that is what takes long. */
function seed(dataDir, count) {
  if (dataDir === undefined && count === undefined) return undefined
  const engine = createEngine({ dataDir }, nodeHost)
  const context = operationContext(engine)
  let password
  for (let index = 0; index < count; index += 1) {
    const sub = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
    const user = newUser(context, {
      sub,
      username: sub,
      attributes: { sub, email: `user-${index}@example.com`, email_verified: 'true' },
      status: 'CONFIRMED',
    })
    if (!password) setPassword(context, user, 'Passw0rd!')
    password ??= user.password
    user.password = password
    engine.state.users.set(sub, user)
  }
  engine.changed()
  return engine
}

/** What nine of ten requests take longer than, in ms: so what the machine does besides hardly counts. */
async function time(status, request) {
  const taken = []
  for (let index = 0; index < rounds + 10; index += 1) {
    const start = performance.now()
    const actual = await request(index)
    // The first ones warm up.
    if (index >= 10) taken.push(performance.now() - start)
    if (actual !== status) throw new Error(`${actual}, not ${status}: ${request}`)
  }
  return round(taken.sort((a, b) => a - b)[rounds / 10])
}

function round(value) {
  return Math.round(value * 100) / 100
}

/** The sandbox's inside: its users cannot be made so fast from outside. */
async function load() {
  const outfile = join(directory, 'sandbox.mjs')
  await build({
    stdin: {
      contents: [
        "export { createApp } from './http/app.ts'",
        "export { createEngine } from './create-engine.ts'",
        "export { nodeHost } from './node-host.ts'",
        "export { operationContext } from './engine.ts'",
        "export { newUser } from './pool/users/create-user.ts'",
        "export { setPassword } from './pool/credentials/passwords.ts'",
      ].join('\n'),
      resolveDir: fileURLToPath(new URL('../packages/sandbox/src', import.meta.url)),
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    outfile,
  })
  return import(pathToFileURL(outfile).href)
}
