import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env, execPath } from 'node:process'
import { fileURLToPath } from 'node:url'
import { findPort } from '../../scripts/lib/find-port.mjs'
import { killTree } from '../../scripts/lib/kill-tree.mjs'

export const title = 'Sandbox'

export const meaning = `A local Cognito, each in a process of its own, over HTTP: from the start of the command to the first response; then sign-ins with a
password, one after the other; then a sign-up and a sign-in in a pool that already has so many users.`

const require = createRequire(import.meta.url)
const peer = 'cognito-local'
const password = 'Passw0rd!'
const patienceMs = 30_000

/** How many users are there before the next measurement; the peer writes all of them at each change. */
const userCounts = { short: [20], whole: [100, 1_000] }

const kinds = { ours: startSandbox, theirs: startCognitoLocal }

/** @param {{ isShort: boolean }} options @returns {Promise<import('../support/statistics.mjs').Row[]>} */
export async function compare({ isShort }) {
  const rounds = isShort ? 1 : 5
  const start = { ours: [], theirs: [] }
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, open] of Object.entries(kinds)) {
      const begun = performance.now()
      const server = await open()
      start[name].push(performance.now() - begun)
      await server.close()
    }
  }
  const rows = [{ what: 'start', peer, unit: 'ms', ...start }]
  const servers = {}
  try {
    for (const [name, open] of Object.entries(kinds)) servers[name] = await open()
    rows.push(...(await measureRequests(servers, isShort)))
  } finally {
    for (const server of Object.values(servers)) await server.close()
  }
  return rows
}

async function measureRequests(servers, isShort) {
  const rounds = isShort ? 2 : 10
  const rate = { ours: [], theirs: [] }
  const batch = isShort ? 5 : 100
  for (const server of Object.values(servers)) await addUser(server, 'first@example.com')
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, server] of Object.entries(servers)) {
      const begun = performance.now()
      for (let count = 0; count < batch; count += 1) await signIn(server, 'first@example.com')
      rate[name].push(batch / ((performance.now() - begun) / 1000))
    }
  }
  const rows = [{ what: 'sign-ins', peer, unit: 'per s', better: 'more', ...rate }]
  let users = 1
  for (const count of isShort ? userCounts.short : userCounts.whole) {
    for (; users < count; users += 1) {
      for (const server of Object.values(servers)) await signUp(server, `user-${users}@example.com`)
    }
    const times = { signUp: { ours: [], theirs: [] }, signIn: { ours: [], theirs: [] } }
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, server] of Object.entries(servers)) {
        times.signUp[name].push(
          await timeOf(() => signUp(server, `more-${count}-${round}@example.com`)),
        )
        times.signIn[name].push(await timeOf(() => signIn(server, 'first@example.com')))
      }
    }
    rows.push(
      { what: `sign-up, ${count} users`, peer, unit: 'ms', ...times.signUp },
      { what: `sign-in, ${count} users`, peer, unit: 'ms', ...times.signIn },
    )
  }
  return rows
}

async function addUser(server, Username) {
  const { UserPoolId } = server
  await server.call('AdminCreateUser', { UserPoolId, Username, MessageAction: 'SUPPRESS' })
  await server.call('AdminSetUserPassword', {
    UserPoolId,
    Username,
    Password: password,
    Permanent: true,
  })
}

function signUp({ call, ClientId }, Username) {
  const UserAttributes = [{ Name: 'email', Value: Username }]
  return call('SignUp', { ClientId, Username, Password: password, UserAttributes })
}

function signIn({ call, ClientId }, USERNAME) {
  const AuthParameters = { USERNAME, PASSWORD: password }
  return call('InitiateAuth', { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters })
}

async function timeOf(run) {
  const begun = performance.now()
  await run()
  return performance.now() - begun
}

/** Started as `npx authchart-sandbox` starts it. */
async function startSandbox() {
  const bin = fileURLToPath(
    new URL('../../packages/sandbox/bin/authchart-sandbox.mjs', import.meta.url),
  )
  const child = spawn(execPath, [bin, '--port', '0', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  const output = await new Promise((resolve, reject) => {
    let text = ''
    child.once('exit', (code) => reject(new Error(`The sandbox ended with ${code}`)))
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      text += chunk
      if (text.includes('\n')) resolve(text)
    })
  })
  const { endpoint, userPoolId, userPoolClientId } = JSON.parse(output)
  const call = callTo(endpoint)
  await call('ListUsers', { UserPoolId: userPoolId, Limit: 1 })
  return { call, UserPoolId: userPoolId, ClientId: userPoolClientId, close: () => end(child) }
}

/** Started as `npx cognito-local` starts it, in a folder of its own, with a pool and a client. */
async function startCognitoLocal() {
  const port = await findPort(9229)
  const folder = mkdtempSync(join(tmpdir(), 'authchart-bench-'))
  const child = spawn(execPath, [require.resolve('cognito-local/lib/bin/start.js')], {
    cwd: folder,
    env: { ...env, PORT: String(port), HOST: '127.0.0.1' },
    stdio: 'ignore',
    detached: true,
  })
  const call = callTo(`http://127.0.0.1:${port}/`)
  await untilAnswered(() => call('ListUserPools', { MaxResults: 1 }))
  const { UserPool } = await call('CreateUserPool', { PoolName: 'bench' })
  const { UserPoolClient } = await call('CreateUserPoolClient', {
    UserPoolId: UserPool.Id,
    ClientName: 'bench',
  })
  return {
    call,
    UserPoolId: UserPool.Id,
    ClientId: UserPoolClient.ClientId,
    async close() {
      await end(child)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function end(child) {
  const closed = once(child, 'close')
  await killTree(child.pid)
  await closed
}

async function untilAnswered(request) {
  const end = performance.now() + patienceMs
  while (true) {
    try {
      return await request()
    } catch (error) {
      if (performance.now() > end) throw error
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
}

/** @param {string} endpoint */
function callTo(endpoint) {
  return async (operation, body) => {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
        authorization: 'AWS4-HMAC-SHA256 bench',
      },
      body: JSON.stringify(body),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${operation}: ${response.status} ${text}`)
    return text ? JSON.parse(text) : {}
  }
}
