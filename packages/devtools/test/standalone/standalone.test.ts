import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { createAuth } from '@authchart/machine'
import { actorOf } from '@authchart/machine/xstate'
import { scriptedCognito, scriptedConfig } from '@authchart/testing'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { inspectAuth } from '../../src/index.ts'
import { remoteApps } from '../../src/remote/remote-apps.ts'
import { webSocketChannel } from '../../src/remote/web-socket-channel.ts'
import { isLocalHost, isLocalOrigin, isOwnOrigin } from '../../src/standalone/is-local.ts'
import { relay } from '../../src/standalone/relay.ts'
import { runCli } from '../../src/standalone/run-cli.ts'
import { type StandaloneServer, startServer } from '../../src/standalone/start-server.ts'

const folder = mkdtempSync(join(tmpdir(), 'authchart-page-'))
const page = pathToFileURL(`${folder}/`)
let server: StandaloneServer

beforeAll(() => {
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Inspector</title>')
  writeFileSync(join(folder, 'page.js'), 'export {}')
  writeFileSync(join(folder, 'secret.txt'), 'not of the page')
})
afterAll(() => rmSync(folder, { recursive: true }))

beforeEach(async () => {
  // Node 20 has none of its own.
  vi.stubGlobal('WebSocket', BrowserSocket)
  server = await startServer(0, page)
})
afterEach(async () => {
  vi.unstubAllGlobals()
  await server.close()
})

const originOf = (address: string) => new URL(address).origin.replace(/^ws/, 'http')

/** Says whose page it is, as those of browsers do: here that of the server. */
class BrowserSocket extends WebSocket {
  constructor(address: string) {
    super(address, { origin: originOf(address) })
  }
}

/** With headers that `fetch` would not send. */
async function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const sent = request(new URL(path, server.url), { headers, method })
  sent.end()
  const [response] = await once(sent, 'response')
  let body = ''
  for await (const part of response) body += part
  return { status: response.statusCode, headers: response.headers, body }
}

/** The fate of a connection: `open`, or the status with which it is rejected. */
async function connecting(
  options: { origin?: string; headers?: Record<string, string> },
  path = '',
) {
  const socket = new WebSocket(server.socketUrl + path, options)
  const end = await Promise.race([
    once(socket, 'open').then(() => 'open'),
    once(socket, 'unexpected-response').then(([, response]) => response.statusCode),
  ])
  socket.on('error', () => undefined)
  socket.terminate()
  return end
}

describe('the server', () => {
  test('serves the page and its script, under a strict policy', async () => {
    const { status, body, headers } = await get('/')
    expect({ status, body }).toMatchObject({ status: 200, body: /Inspector/ })
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; /)
    expect(await get('/page.js')).toMatchObject({ status: 200, body: 'export {}' })
    expect(await get('/', {}, 'HEAD')).toMatchObject({ status: 200, body: '' })
  })

  test.each(['/secret.txt', '/../package.json', '/%2e%2e/package.json', '/nothing.js'])(
    'serves nothing else: %s',
    async (path) => expect(await get(path)).toMatchObject({ status: 404, body: '' }),
  )

  test('answers to names of this machine alone', async () => {
    expect(await get('/', { host: 'rebound.example.com' })).toMatchObject({ status: 403 })
    expect(await get('/', { host: 'localhost:4900' })).toMatchObject({ status: 200 })
    expect(await get('/', { host: 'LOCALHOST.:4900' })).toMatchObject({ status: 200 })
    // Part of it would be in the policy of the page.
    expect(await get('/', { host: 'localhost/;script-src *' })).toMatchObject({ status: 403 })
    expect(await get('/', {}, 'POST')).toMatchObject({ status: 405 })
  })

  test('answers to one name, and to none but it in the target of a request', async () => {
    const { port } = new URL(server.url)
    const get = async (...lines: string[]) => {
      const socket = connect(Number(port), '127.0.0.1')
      socket.end([...lines, 'Connection: close', '', ''].join('\r\n'))
      let answer = ''
      for await (const part of socket) answer += part
      return answer.split('\r\n')[0]
    }
    expect(await get('GET / HTTP/1.1', 'Host: localhost')).toContain(' 200 ')
    const two = ['Host: localhost', 'Host: evil.example.com']
    expect(await get('GET / HTTP/1.1', ...two)).toMatch(/ 40[03] /)
    const absolute = 'GET http://evil.example.com/ HTTP/1.1'
    expect(await get(absolute, 'Host: localhost')).toContain(' 403 ')
    expect(await get('GET / HTTP/1.0')).toContain(' 403 ')
  })

  test('lets pages of this machine connect, and programs', async () => {
    expect(await connecting({})).toBe('open')
    expect(await connecting({ origin: 'http://localhost:5173' })).toBe('open')
    expect(await connecting({ origin: 'https://evil.example.com' })).toBe(403)
    expect(await connecting({ origin: 'null' })).toBe(403)
    expect(await connecting({ headers: { host: 'rebound.example.com' } })).toBe(403)
  })

  test('lets no page but its own send and answer, and no program', async () => {
    const { port } = new URL(server.url)
    for (const name of ['127.0.0.1', 'localhost']) {
      expect(await connecting({ origin: `http://${name}:${port}` }, '/page')).toBe('open')
    }
    for (const origin of [
      `http://localhost:${Number(port) + 1}`,
      'http://localhost',
      `https://localhost:${port}`,
      `http://app.localhost:${port}`,
      `http://127.0.0.2:${port}`,
    ])
      expect(await connecting({ origin }, '/page'), origin).toBe(403)
    expect(await connecting({}, '/page')).toBe(403)
    expect(await connecting({}, '/page?x')).toBe(403)
  })

  test('survives a client that is rejected and breaks the connection off', async () => {
    const http = createServer()
    const stop = relay(http)
    const socket = new PassThrough()
    const rawHeaders = ['Host', 'localhost', 'Origin', 'https://evil.example.com']
    const headers = { host: 'localhost', origin: 'https://evil.example.com' }
    http.emit('upgrade', { headers, rawHeaders, url: '/' }, socket, Buffer.alloc(0))
    // Without a listener this throws.
    expect(socket.emit('error', new Error('ECONNRESET'))).toBe(true)
    expect(socket.destroyed).toBe(true)
    stop()
  })

  test('lets go of a page that reads nothing, and of no other', async () => {
    const buffered = vi.spyOn(WebSocket.prototype, 'bufferedAmount', 'get')
    const [app, page] = ['', '/page'].map((path) => new BrowserSocket(server.socketUrl + path)) as [
      WebSocket,
      WebSocket,
    ]
    await Promise.all([once(app, 'open'), once(page, 'open')])
    const bye = JSON.stringify({ type: 'bye', app: 'a' })
    app.send(bye)
    await once(page, 'message')
    buffered.mockReturnValue(2 ** 30)
    app.send(bye)
    await once(page, 'close')
    expect(app.readyState).toBe(WebSocket.OPEN)
    buffered.mockRestore()
    app.terminate()
  })

  test('knows what is this machine', () => {
    const hosts = ['localhost', 'localhost:4900', '127.0.0.1:1', '[::1]:80', 'app.localhost']
    for (const host of hosts) expect(isLocalHost(host), host).toBe(true)
    for (const host of [
      undefined,
      '',
      'localhost.evil.com',
      '10.0.0.1',
      'evil:127.0.0.1',
      '127.0.0.1.nip.io',
      'evil@localhost',
      'localhost/evil',
      '0.0.0.0',
      '[::]',
    ])
      expect(isLocalHost(host), host).toBe(false)
    expect(isLocalOrigin(undefined)).toBe(true)
    expect(isLocalOrigin('file://')).toBe(false)
    // Browsers leave the usual port out.
    expect(isOwnOrigin('http://localhost', 80)).toBe(true)
  })
})

test('an app without a DOM is seen in the page, in either order, and again after an outage', async () => {
  vi.stubGlobal('fetch', scriptedCognito().fetch)
  for (const name of ['document', 'localStorage', 'sessionStorage', 'BroadcastChannel', 'Storage'])
    vi.stubGlobal(name, undefined)
  const early = remoteApps(webSocketChannel(`${server.socketUrl}/page`))
  const auth = createAuth({ config: scriptedConfig })
  const inspector = inspectAuth(auth, { connect: server.socketUrl })
  await auth.ready()
  await vi.waitFor(() => expect(early.list()).toHaveLength(1))
  const late = remoteApps(webSocketChannel(`${server.socketUrl}/page`))
  await vi.waitFor(() => expect(late.list()[0]?.source.leaf()).toBe('signIn.editing'))
  expect(late.list()[0]).toMatchObject({ name: 'An app', isGone: false })

  late.list()[0]?.source.send?.({ type: 'go.signUp' })
  for (const { list } of [early, late]) {
    await vi.waitFor(() => expect(list()[0]?.source.leaf()).toBe('signUp.editing'))
    await vi.waitFor(() =>
      expect(list()[0]?.source.trace.events()).toEqual(inspector.trace.events()),
    )
  }

  const port = Number(new URL(server.url).port)
  await server.close()
  actorOf(auth).send({ type: 'go.signIn' })
  server = await startServer(port, page)
  await vi.waitFor(() => expect(late.list()[0]?.source.leaf()).toBe('signIn.editing'), 8000)
  expect(late.list()).toHaveLength(1)

  inspector.stop()
  await vi.waitFor(() => expect(late.list()[0]?.isGone).toBe(true))
  for (const apps of [early, late]) apps.close()
  auth.stop()
})

test('pages and apps say only what is theirs to say', async () => {
  const [app, other, pageSocket] = ['', '', '/page'].map(
    (path) => new BrowserSocket(server.socketUrl + path),
  ) as [WebSocket, WebSocket, WebSocket]
  const heard: string[] = []
  const sockets = { app, other, pageSocket }
  for (const [name, socket] of Object.entries(sockets)) {
    socket.on('message', (data) => heard.push(`${name}: ${JSON.parse(String(data)).type}`))
  }
  await Promise.all([app, other, pageSocket].map((socket) => once(socket, 'open')))
  await vi.waitFor(() => expect(heard.sort()).toEqual(['app: watch', 'other: watch']))
  heard.length = 0
  const say = (socket: WebSocket, message: object | string) =>
    socket.send(typeof message === 'string' ? message : JSON.stringify(message))
  say(app, { type: 'send', app: 'x', event: { type: 'go.signUp' } })
  say(app, 'nonsense')
  say(pageSocket, { type: 'bye', app: 'x' })
  say(app, { type: 'bye', app: 'x' })
  say(pageSocket, { type: 'answer', app: 'x', outcome: 'SMS_MFA' })
  await vi.waitFor(() =>
    expect(heard.sort()).toEqual(['app: answer', 'other: answer', 'pageSocket: bye']),
  )
  for (const socket of [app, other, pageSocket]) socket.terminate()
})

describe('the command', () => {
  async function run(...args: string[]) {
    const said = { out: '', err: '' }
    const spies = [
      vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
        said.out += text
        return true
      }),
      vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
        said.err += text
        return true
      }),
    ]
    await runCli(args, page)
    for (const spy of spies) spy.mockRestore()
    const { exitCode } = process
    process.exitCode = undefined
    return { ...said, exitCode }
  }

  test('says where it is in one line, and ends with SIGINT', async () => {
    const before = new Set(process.listeners('SIGINT'))
    const { out, exitCode } = await run('--port', '0')
    expect(exitCode).toBeUndefined()
    const [, url = ''] =
      /^Inspector: (http:\/\/127\.0\.0\.1:\d+\/) \(apps connect to ws:\S+\)\n$/.exec(out) ?? []
    expect((await fetch(url)).status).toBe(200)
    for (const listener of process.listeners('SIGINT')) {
      if (!before.has(listener)) listener('SIGINT')
    }
    await vi.waitFor(() => expect(fetch(url)).rejects.toThrow())
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeAllListeners(signal)
  })

  test('helps, and complains in words', async () => {
    expect((await run('--help')).out).toContain('Usage: authchart-devtools')
    expect(await run('--port', 'x')).toMatchObject({ exitCode: 2, err: /--port must be a number/ })
    expect(await run('--what')).toMatchObject({ exitCode: 2 })
    const { port } = new URL(server.url)
    expect(await run('--port', port)).toMatchObject({ exitCode: 1, err: /is taken/ })
  })
})
