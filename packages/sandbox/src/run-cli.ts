import { type CliOptions, parseCli } from './cli-options.ts'
import { createSandbox } from './create-sandbox.ts'
import { loadTriggers } from './load-triggers.ts'
import type { SandboxConfig } from './sandbox.ts'
import type { SeedUser } from './seed-users.ts'
import { UsageError } from './usage-error.ts'

const help = `authchart-sandbox: a local Amazon Cognito, reachable from this machine only.

Usage: authchart-sandbox [options]

  --port N        Port to listen on; 0 takes a free one (default)
  --json          Print the configuration as one line of JSON when ready, and nothing else
  --user NAME:PASSWORD
                  Add a confirmed user, for example ada@example.com:Password1!; can be repeated.
                  An existing user (--data) stays unchanged
  --mfa MODE      Second factors: off, optional (default) or on. Authenticator apps are on, unless the
                  pool of --config has other methods. Without --mfa that pool decides
  --passwordless  Sign-in by e-mail and SMS codes and by passkeys, sign-up without a password. The pool of
                  --config decides what it sets itself
  --config FILE   JSON file: { region, userPoolId, userPoolClientId, pool: { … }, identityPoolId,
                  identityPool: { … }, users: [{ username, password }] }, the pool in the words of UpdateUserPool, SetUserPoolMfaConfig
                  and UpdateUserPoolClient, the identity pool in those of UpdateIdentityPool and
                  SetIdentityPoolRoles. The output of --json is valid too: its ids are used, the
                  rest is ignored
  --data DIR      Store users, groups, identities, keys and refresh tokens in this directory, as lines
                  of JSON in DIR/sandbox.jsonl. Changes are handed to the system before the response is
                  sent: they survive the death of this process (kill -9), but if the machine stops
                  (power loss), the last seconds may be lost. Sessions, the outbox and options of the
                  pool are not stored. DIR/sandbox.lock excludes a second sandbox
  --triggers FILE JavaScript module that exports the pool's Lambda triggers as functions, by name or as
                  default: preSignUp, postConfirmation, preAuthentication, postAuthentication,
                  customMessage, defineAuthChallenge, createAuthChallenge,
                  verifyAuthChallengeResponse, preTokenGeneration, userMigration
  -h, --help      Show this help
  -v, --version   Show the version

It accepts requests to names of this machine only (localhost, 127.0.0.1). Apps of every origin can sign
users up and in; only this machine can use the control address and operations that need AWS credentials.
`

/** Runs the command. Exit code 2 for a wrong command line, 1 if the sandbox cannot start. */
export async function runCli(args: readonly string[], version: string): Promise<void> {
  try {
    const options = parseCli(args)
    if (options.help) process.stdout.write(help)
    else if (options.version) process.stdout.write(`${version}\n`)
    else await start(options)
  } catch (error) {
    complain(error)
    if (error instanceof UsageError)
      process.stderr.write('authchart-sandbox --help lists the options.\n')
    process.exitCode = error instanceof UsageError ? 2 : 1
  }
}

function complain(error: unknown): void {
  process.stderr.write(`authchart-sandbox: ${reasonOf(error)}\n`)
}

async function start({ port, json, triggers, sandbox: options }: CliOptions): Promise<void> {
  const sandbox = createSandbox(
    triggers === undefined ? options : { ...options, triggers: await loadTriggers(triggers) },
  )
  const { config } = await sandbox.listen(port)
  const stop = async () => {
    try {
      await sandbox.close()
      process.exit(0)
    } catch (error) {
      complain(error)
      process.exit(1)
    }
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  process.stdout.write(json ? `${JSON.stringify(config)}\n` : describe(config, options.users ?? []))
}

const describe = (config: SandboxConfig, users: readonly SeedUser[]) => `Local Cognito is ready.

  endpoint          ${config.endpoint}
  region            ${config.region}
  user pool         ${config.userPoolId}
  app client        ${config.userPoolClientId}
  identity pool     ${config.identityPoolId}
  hosted UI         ${config.hostedUiOrigin}
  sent codes        ${config.controlUrl}/outbox
${users.map(({ username }) => `  user              ${username}\n`).join('')}
The configuration of your app, createAuth({ config }):

${JSON.stringify(config)}

Press Ctrl+C to stop.
`

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if ('code' in error && error.code === 'EADDRINUSE' && 'port' in error) {
    return `port ${error.port} is taken. Choose another with --port, or 0 for a free one.`
  }
  return error.message.trim()
}
