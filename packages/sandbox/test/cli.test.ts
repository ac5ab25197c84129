import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { post, useCommand } from './support/command.ts'

const { directory, start } = useCommand()

test('--json prints one line, and SIGTERM ends it', async () => {
  const { child, exit, line } = start('--json', '--port', '0')
  const config = JSON.parse(await line())
  expect(config).toEqual({
    endpoint: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    region: 'us-east-1',
    userPoolId: 'us-east-1_Sandbox01',
    userPoolClientId: 'sandboxclient0000000000001',
    identityPoolId: 'us-east-1:00000000-0000-4000-8000-000000000001',
    identityEndpoint: config.endpoint,
    hostedUiOrigin: config.endpoint,
    controlUrl: `${config.endpoint}/_control`,
    loginWith: ['email'],
    signUpAttributes: [],
  })
  expect((await fetch(`${config.controlUrl}/users`)).status).toBe(200)
  child.kill('SIGTERM')
  const { code, stdout, stderr } = await exit
  expect([code, stderr, stdout.split('\n').length]).toEqual([0, '', 2])
})

test('without --json it is written for people', async () => {
  const { child, exit, line } = start('--user', 'ada@example.com:Password1!')
  expect(await line()).toContain('Local Cognito is ready')
  child.kill('SIGINT')
  const { code, stdout } = await exit
  expect(code).toBe(0)
  expect(stdout).toMatch(/http:\/\/127\.0\.0\.1:\d+\/_control\/outbox/)
  expect(stdout).toMatch(/\n {2}user +ada@example\.com\n\nThe configuration/)
  const config = JSON.parse(/\n({"endpoint".*})\n\nPress/.exec(stdout)?.[1] ?? '')
  expect(config.userPoolClientId).toBe('sandboxclient0000000000001')
  expect(stdout).not.toContain('Password1!')
})

test('--config and --data', async () => {
  const file = join(directory, 'config.json')
  writeFileSync(
    file,
    JSON.stringify({
      userPoolClientId: 'mine',
      pool: { UsernameAttributes: [] },
      identityPoolId: 'us-east-1:1234',
      identityPool: { AllowClassicFlow: true },
    }),
  )
  const data = join(directory, 'data')
  const first = start('--json', '--config', file, '--data', data)
  const { endpoint, ...config } = JSON.parse(await first.line())
  expect(config).toMatchObject({
    userPoolClientId: 'mine',
    identityPoolId: 'us-east-1:1234',
    loginWith: ['username'],
    signUpAttributes: ['email'],
  })
  const identityPool = await (await fetch(`${config.controlUrl}/identity-pool`)).json()
  expect(identityPool).toMatchObject({ AllowClassicFlow: true })
  const user = { ClientId: 'mine', Username: 'jane', Password: 'Passw0rd!' }
  expect((await post(endpoint, 'SignUp', user)).status).toBe(200)
  first.child.kill('SIGINT')
  expect((await first.exit).code).toBe(0)
  expect(existsSync(join(data, 'sandbox.jsonl'))).toBe(true)

  const second = start('--json', '--config', file, '--data', data)
  const { controlUrl } = JSON.parse(await second.line())
  const users = await (await fetch(`${controlUrl}/users`)).json()
  expect(users).toMatchObject([{ username: 'jane', status: 'UNCONFIRMED' }])
  second.child.kill('SIGTERM')
  await second.exit

  writeFileSync(join(data, 'sandbox.jsonl'), '{"broken')
  const { code, stderr } = await start('--data', data).exit
  expect(code).toBe(1)
  expect(stderr).toContain('sandbox.jsonl, line 1, cannot be read')
  expect(readFileSync(join(data, 'sandbox.jsonl'), 'utf8')).toBe('{"broken')
})

test('the users of --config', async () => {
  const file = join(directory, 'users.json')
  const users = [{ username: 'ada@example.com', password: 'Password1!' }]
  writeFileSync(file, JSON.stringify({ users }))
  const { child, exit, line } = start(
    '--json',
    '--config',
    file,
    '--user',
    'jane@example.com:Password1!',
  )
  const { controlUrl } = JSON.parse(await line())
  const added = await (await fetch(`${controlUrl}/users`)).json()
  expect(added).toMatchObject([
    { attributes: { email: 'ada@example.com' }, status: 'CONFIRMED' },
    { attributes: { email: 'jane@example.com' }, status: 'CONFIRMED' },
  ])
  child.kill('SIGTERM')
  await exit
})

test('--triggers', async () => {
  const user = {
    ClientId: 'sandboxclient0000000000001',
    Username: 'jane@example.com',
    Password: 'Passw0rd!',
  }
  const preSignUp = '(event) => { event.response.autoConfirmUser = true }'
  const modules = [
    `export const preSignUp = ${preSignUp}`,
    `export default { preSignUp: ${preSignUp} }`,
  ]
  for (const [index, content] of modules.entries()) {
    const file = join(directory, `triggers-${index}.mjs`)
    writeFileSync(file, content)
    const { child, exit, line } = start('--json', '--triggers', file)
    const { endpoint } = JSON.parse(await line())
    const answer = await post(endpoint, 'SignUp', user)
    expect(await answer.json()).toMatchObject({ UserConfirmed: true })
    child.kill('SIGTERM')
    await exit
  }
})

test('a port that is taken', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const { code, stderr, stdout } = await start('--port', String(port)).exit
  server.close()
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toBe(
    `authchart-sandbox: port ${port} is taken. Choose another with --port, or 0 for a free one.\n`,
  )
})

test('--help and --version', async () => {
  const [help, version] = await Promise.all([start('--help').exit, start('--version').exit])
  expect([help.code, version.code]).toEqual([0, 0])
  expect(help.stdout).toContain('Usage: authchart-sandbox')
  expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
})

test('mistakes in the command line', async () => {
  const bad = join(directory, 'bad.json')
  writeFileSync(bad, '{"people":[]}')
  const badUsers = join(directory, 'bad-users.json')
  writeFileSync(badUsers, '{"users":[{"username":"ada@example.com"}]}')
  const badTriggers = join(directory, 'bad.mjs')
  writeFileSync(badTriggers, 'export const preSignup = () => {}')
  const results = await Promise.all(
    [
      ['--nope'],
      ['extra'],
      ['--port', 'x'],
      ['--port', '70000'],
      ['--config', join(directory, 'missing.json')],
      ['--config', bad],
      ['--config', badUsers],
      ['--triggers', join(directory, 'missing.mjs')],
      ['--triggers', badTriggers],
    ].map((args) => start(...args).exit),
  )
  expect(results.map(({ code }) => code)).toEqual([2, 2, 2, 2, 2, 2, 2, 2, 2])
  expect(results.map(({ stderr }) => stderr)).toEqual([
    expect.stringContaining("Unknown option '--nope'"),
    expect.stringContaining("Unexpected argument 'extra'"),
    expect.stringContaining("--port must be a number from 0 to 65535, not 'x'"),
    expect.stringContaining("not '70000'"),
    expect.stringContaining('missing.json'),
    expect.stringContaining("unknown option 'people'. Known: region"),
    expect.stringContaining("'users' must be a list of"),
    expect.stringContaining('missing.mjs'),
    expect.stringContaining("Unknown trigger 'preSignup'"),
  ])
  expect(results.every(({ stdout }) => stdout === '')).toBe(true)
  const hint = 'authchart-sandbox --help lists the options.\n'
  expect(results.every(({ stderr }) => stderr.endsWith(hint))).toBe(true)
})

test('a data directory that is a file', async () => {
  const file = join(directory, 'users.txt')
  writeFileSync(file, 'unchanged')
  for (const path of [file, join(file, 'below')]) {
    const { code, stderr } = await start('--data', path).exit
    expect(code).toBe(1)
    expect(stderr).toBe(
      `authchart-sandbox: ${path} is or lies below a file, not a directory. Choose another directory.\n`,
    )
  }
  expect(readFileSync(file, 'utf8')).toBe('unchanged')
})

test('--passwordless opens all first factors, and the file wins', async () => {
  const file = join(directory, 'factors.json')
  const factors = { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] }
  writeFileSync(file, JSON.stringify({ pool: { Policies: { SignInPolicy: factors } } }))
  const { line } = start('--json', '--passwordless', '--config', file)
  expect(JSON.parse(await line())).toMatchObject({
    passwordless: { factors: ['PASSWORD', 'EMAIL'] },
  })
})
