import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { post, useCommand } from './support/command.ts'

const { directory, start } = useCommand()

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')

const blocksOf = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(
    ([, content = '']) => content,
  )

const commands = blocksOf('sh')
  .flatMap((block) => block.split('\n'))
  .map((line) => line.replace(/\s+#.*/, ''))
  .filter((line) => line.startsWith('npx authchart-sandbox'))

test('has commands, configurations and code', () => {
  expect([commands.length, blocksOf('json').length, blocksOf('ts').length]).toEqual([4, 3, 6])
})

test.each(commands)('%s', async (command) => {
  writeFileSync(join(directory, 'pool.json'), '{ "pool": {} }')
  writeFileSync(join(directory, 'triggers.mjs'), 'export const preSignUp = () => undefined')
  const args = command
    .split(/\s+/)
    .slice(2)
    .map((arg) => (/^\.|\.m?js(on)?$/.test(arg) ? join(directory, arg) : arg))
  const { child, exit, line } = start(...args)
  expect(await line()).toMatch(args.includes('--json') ? /^{"endpoint"/ : /^Local Cognito is ready/)
  child.kill('SIGTERM')
  expect(await exit).toMatchObject({ code: 0, stderr: '' })
})

test.each([...blocksOf('json').entries()])('--config with configuration %i', async (_, content) => {
  const file = join(directory, 'example.json')
  writeFileSync(file, content)
  const { line } = start('--json', '--config', file)
  const { controlUrl } = JSON.parse(await line())
  const pool = await (await fetch(`${controlUrl}/pool`)).json()
  expect(pool).toMatchObject(JSON.parse(content).pool)
})

/** The code around the blocks. */
const before = [
  `import { CognitoJwtVerifier } from 'aws-jwt-verify'
   const request = 'http://sandbox.localhost/_control/users'`,
  `import { CognitoJwtVerifier } from 'aws-jwt-verify'
   import { createSandbox } from '@authchart/sandbox'
   const sandbox = createSandbox()
   const { config } = await sandbox.listen()
   const { userPoolId } = config`,
  `const items = new Map<string, string>()
   const localStorage = {
     getItem: (key: string) => items.get(key) ?? null,
     setItem: (key: string, value: string) => void items.set(key, value),
     removeItem: (key: string) => void items.delete(key),
   }`,
  `import { createSandbox } from '@authchart/sandbox'
   const user = { username: 'ada@example.com', password: 'Password1!' }
   const sandbox = createSandbox({ pool: { Passwordless: true }, users: [user] })
   const call = async (operation: string, request: object) => {
     const headers = { 'x-amz-target': 'AWSCognitoIdentityProviderService.' + operation }
     const body = JSON.stringify(request)
     const response = await sandbox.fetch('http://sandbox.localhost', { method: 'POST', headers, body })
     if (!response.ok) throw new Error(await response.text())
     return response.json()
   }
   const { AuthenticationResult } = await call('InitiateAuth', {
     ClientId: sandbox.config.userPoolClientId,
     AuthFlow: 'USER_PASSWORD_AUTH',
     AuthParameters: { USERNAME: user.username, PASSWORD: user.password },
   })
   const { AccessToken } = AuthenticationResult`,
  `import { createSandbox } from '@authchart/sandbox'`,
  `import { createSandbox, type Fault } from '@authchart/sandbox'
   const sandbox = createSandbox()`,
]

test.each([...blocksOf('ts').entries()])('code %i runs', async (index, block) => {
  const preamble = before[index] ?? ''
  const outfile = join(directory, 'stdin.mjs')
  await build({
    stdin: {
      contents: `${preamble}\n${block}\nawait sandbox.close()\nexport { sandbox }`,
      loader: 'ts',
      resolveDir: import.meta.dirname,
    },
    alias: {
      '@authchart/sandbox': join(import.meta.dirname, '../src/index.ts'),
      '@authchart/sandbox/authenticator': join(
        import.meta.dirname,
        '../src/authenticator/index.ts',
      ),
    },
    bundle: true,
    conditions: ['authchart-source'],
    platform: 'node',
    format: 'esm',
    // The library of passkeys stays a file of its own, which most examples never load.
    splitting: true,
    outdir: directory,
    outExtension: { '.js': '.mjs' },
  })
  const { sandbox } = await import(`${pathToFileURL(outfile).href}?${Math.random()}`)
  expect(sandbox.config.userPoolId).toBe('us-east-1_Sandbox01')
})

test('the users of --user sign in, also after a reset, and set up an authenticator app', async () => {
  const users = ['ada@example.com:Password1!', 'bob@example.com:With:colon1']
  const data = join(directory, 'users')
  const args = ['--json', '--data', data, ...users.flatMap((user) => ['--user', user])]
  const first = start(...args)
  const { endpoint, controlUrl, userPoolClientId: ClientId } = JSON.parse(await first.line())
  const signIn = (USERNAME: string, PASSWORD: string) =>
    post(endpoint, 'InitiateAuth', {
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME, PASSWORD },
    })
  expect((await signIn('bob@example.com', 'With:colon1')).status).toBe(200)
  await fetch(`${controlUrl}/reset`, { method: 'POST' })
  const answer = await signIn('ada@example.com', 'Password1!')
  const { AuthenticationResult } = (await answer.json()) as {
    AuthenticationResult: { AccessToken: string }
  }
  const { AccessToken } = AuthenticationResult
  expect((await post(endpoint, 'AssociateSoftwareToken', { AccessToken })).status).toBe(200)
  const PreviousPassword = 'Password1!'
  const change = { AccessToken, PreviousPassword, ProposedPassword: 'Another-1!' }
  expect((await post(endpoint, 'ChangePassword', change)).status).toBe(200)
  first.child.kill('SIGKILL')
  await first.exit

  const second = start(...args, '--config', join(directory, 'line.json'))
  expect((await second.exit).code).toBe(2)
  writeFileSync(join(directory, 'line.json'), (await first.exit).stdout)
  const third = start(...args, '--config', join(directory, 'line.json'))
  const config = JSON.parse(await third.line())
  const known = (await (await fetch(`${config.controlUrl}/users`)).json()) as object[]
  expect(known).toMatchObject([
    { status: 'CONFIRMED', attributes: { email: 'ada@example.com', email_verified: 'true' } },
    { attributes: { email: 'bob@example.com' } },
  ])
  const again = await post(config.endpoint, 'InitiateAuth', {
    ClientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: 'ada@example.com', PASSWORD: 'Another-1!' },
  })
  expect(again.status).toBe(200)
})

test.each([
  [['--mfa', 'on'], { MfaConfiguration: 'ON', SoftwareTokenMfaConfiguration: { Enabled: true } }],
  [['--mfa', 'off'], { MfaConfiguration: 'OFF' }],
  [[], { MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration: { Enabled: true } }],
  [
    ['--mfa', 'on', '--config'],
    { MfaConfiguration: 'ON', SoftwareTokenMfaConfiguration: { Enabled: false } },
  ],
  [['--config'], { MfaConfiguration: 'OFF', EmailMfaConfiguration: {} }],
])('second factors with %j', async (args, pool) => {
  const file = join(directory, 'email.json')
  writeFileSync(file, '{"pool":{"EmailMfaConfiguration":{}}}')
  const { line } = start(
    '--json',
    ...args.flatMap((arg) => (arg === '--config' ? [arg, file] : arg)),
  )
  const { controlUrl } = JSON.parse(await line())
  expect(await (await fetch(`${controlUrl}/pool`)).json()).toMatchObject(pool)
})

test('mistakes of --user, --mfa and --config say what to write', async () => {
  const bare = join(directory, 'bare.json')
  writeFileSync(bare, '{ "MfaConfiguration": "ON" }')
  const bareIdentity = join(directory, 'bare-identity.json')
  writeFileSync(bareIdentity, '{ "AllowClassicFlow": true }')
  const results = await Promise.all(
    [
      ['--user', 'ada@example.com'],
      ['--user', ':x'],
      ['--user', 'ada@example.com:'],
      ['--user', 'ada@example.com:short'],
      ['--user', 'ada:Password1!'],
      ['--mfa', 'maybe'],
      ['--config', bare],
      ['--config', bareIdentity],
    ].map((args) => start(...args).exit),
  )
  expect(results.map(({ code }) => code)).toEqual([2, 2, 2, 1, 1, 2, 2, 2])
  expect(results.map(({ stderr }) => stderr)).toEqual([
    expect.stringContaining('--user must be NAME:PASSWORD'),
    expect.stringContaining('--user must be NAME:PASSWORD'),
    expect.stringContaining('--user must be NAME:PASSWORD'),
    expect.stringMatching(/The user 'ada@example.com' cannot be added: Password does not conform/),
    expect.stringContaining("The user 'ada' cannot be added: Username should be an email."),
    expect.stringContaining("--mfa must be off, optional, on, not 'maybe'."),
    expect.stringContaining(`belongs in 'pool': { "pool": { "MfaConfiguration": … } }`),
    expect.stringContaining("belongs in 'identityPool'"),
  ])
  expect(results[3]?.stderr).not.toContain('short')
})
