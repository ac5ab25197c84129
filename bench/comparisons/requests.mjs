import { createServer } from 'node:http'
import { createAuth, memoryStorage } from '@authchart/machine'
import { createSandbox } from '@authchart/sandbox'
import { AuthenticationDetails, CognitoUser, CognitoUserPool } from 'amazon-cognito-identity-js'
import { Amplify } from 'aws-amplify'
import { fetchAuthSession, signIn } from 'aws-amplify/auth'
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito'
import { countTabs } from '../support/count-tabs.mjs'

export const title = 'Requests'

export const meaning = `How many requests go to Cognito: to restore a stored session, for ten parts of an app that need a token at once, and after the
session was revoked. A ratio of 1 is as good as it gets; 0 beside 0 has none and is left out.`

const user = { username: 'ada@example.com', password: 'Correct-horse-7' }
const hourMs = 3_600_000

const peers = { amplify: 'aws-amplify/auth', identityJs: 'amazon-cognito-identity-js' }

/** @returns {Promise<import('../support/statistics.mjs').Row[]>} */
export async function compare() {
  const counted = {}
  for (const [name, open] of Object.entries({ authchart, amplify, identityJs })) {
    counted[name] = await count(open)
  }
  const what = {
    valid: 'restore, the token is valid',
    expired: 'restore, the token has expired',
    ten: 'ten sessions at once, the token has expired',
    revoked: 'ten sessions at once, the session was revoked',
  }
  const rows = Object.entries(peers).flatMap(([name, peer]) =>
    Object.keys(what)
      .map((work) => ({
        what: what[work],
        peer,
        unit: '',
        ours: [counted.authchart[work]],
        theirs: [counted[name][work]],
      }))
      .filter(({ theirs: [count] }) => count > 0),
  )
  const refreshes = await countTabs()
  const inTabs = {
    what: 'ten tabs open at once, the token has expired',
    peer: 'Amplify UI, `<Authenticator>`',
    unit: '',
    ours: [refreshes.ours],
    theirs: [refreshes.theirs],
  }
  return [...rows, inTabs]
}

/** Signs in, and counts what each kind of work sends. The clock of this process goes on with the sandbox's. */
async function count(open) {
  const sandbox = createSandbox({ pool: { UsernameAttributes: ['email'] }, users: [user] })
  const server = await countingServer(sandbox)
  const RealDate = Date
  let ahead = 0
  globalThis.Date = class extends RealDate {
    constructor(...parts) {
      super(...(parts.length > 0 ? parts : [RealDate.now() + ahead]))
    }

    static now() {
      return RealDate.now() + ahead
    }
  }
  const pass = (ms) => {
    ahead += ms
    sandbox.clock.advance(ms)
  }
  const during = async (run) => {
    const before = server.count()
    await run()
    return server.count() - before
  }
  try {
    const client = await open({ ...sandbox.config, endpoint: server.endpoint })
    const valid = await during(client.restore)
    pass(2 * hourMs)
    const expired = await during(client.restore)
    pass(2 * hourMs)
    const ten = await during(() => Promise.all(Array.from({ length: 10 }, client.session)))
    pass(2 * hourMs)
    await revoke(sandbox)
    const revoked = await during(() =>
      Promise.allSettled(Array.from({ length: 10 }, client.session)),
    )
    return { valid, expired, ten, revoked }
  } finally {
    globalThis.Date = RealDate
    server.close()
  }
}

/** Every client sends its requests its own way; this server counts them for the sandbox. */
async function countingServer(sandbox) {
  let requests = 0
  const server = createServer(async (request, response) => {
    requests += 1
    const chunks = await request.setEncoding('utf8').toArray()
    const { status, headers, body } = await forward(sandbox, request.headers, chunks.join(''))
    response.writeHead(status, headers).end(body)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  return {
    endpoint: `http://127.0.0.1:${server.address().port}`,
    count: () => requests,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function forward(sandbox, headers, body) {
  const response = await sandbox.fetch(
    new Request(sandbox.config.endpoint, {
      method: 'POST',
      headers: {
        'x-amz-target': headers['x-amz-target'],
        authorization: headers.authorization ?? '',
      },
      body,
    }),
  )
  const { status } = response
  return { status, headers: Object.fromEntries(response.headers), body: await response.text() }
}

async function revoke(sandbox) {
  const headers = {
    'x-amz-target': 'AWSCognitoIdentityProviderService.AdminUserGlobalSignOut',
    authorization: 'AWS4-HMAC-SHA256 bench',
  }
  const { userPoolId } = sandbox.config
  const { status, body } = await forward(
    sandbox,
    headers,
    JSON.stringify({ UserPoolId: userPoolId, Username: user.username }),
  )
  if (status !== 200) throw new Error(body)
}

async function authchart(config) {
  const storage = memoryStorage()
  let auth = createAuth({ config, storage })
  await auth.ready()
  auth.getView().submit(user)
  await new Promise((resolve) => {
    const subscription = auth.subscribe(({ route }) => {
      if (route !== 'signedIn') return
      subscription.unsubscribe()
      resolve(undefined)
    })
  })
  return {
    session: () => auth.getSession(),
    async restore() {
      auth.stop()
      auth = createAuth({ config, storage })
      await auth.ready()
      if (!(await auth.getSession())) throw new Error('Not restored')
    },
  }
}

async function amplify({ userPoolId, userPoolClientId, endpoint }) {
  const storage = new Map()
  cognitoUserPoolsTokenProvider.setKeyValueStorage({
    setItem: async (key, value) => void storage.set(key, value),
    getItem: async (key) => storage.get(key) ?? null,
    removeItem: async (key) => void storage.delete(key),
    clear: async () => storage.clear(),
  })
  Amplify.configure({
    Auth: { Cognito: { userPoolId, userPoolClientId, userPoolEndpoint: endpoint } },
  })
  await signIn(user)
  return {
    session: () => fetchAuthSession(),
    async restore() {
      if (!(await fetchAuthSession()).tokens) throw new Error('Not restored')
    },
  }
}

function identityJs({ userPoolId, userPoolClientId, endpoint }) {
  const stored = new Map()
  const Storage = {
    setItem: (key, value) => stored.set(key, value),
    getItem: (key) => stored.get(key) ?? null,
    removeItem: (key) => stored.delete(key),
    clear: () => stored.clear(),
  }
  const Pool = new CognitoUserPool({
    UserPoolId: userPoolId,
    ClientId: userPoolClientId,
    endpoint,
    Storage,
  })
  const session = () =>
    new Promise((resolve, reject) => {
      const current = Pool.getCurrentUser()
      if (!current) return reject(new Error('No user is signed in'))
      return current.getSession((error, found) => (error ? reject(error) : resolve(found)))
    })
  const details = new AuthenticationDetails({ Username: user.username, Password: user.password })
  const signedIn = new CognitoUser({ Username: user.username, Pool, Storage })
  return new Promise((resolve, reject) => {
    signedIn.authenticateUser(details, {
      onSuccess: () => resolve({ session, restore: session }),
      onFailure: reject,
    })
  })
}
