import { parseArgs } from 'node:util'
import { startServer } from './start-server.ts'

const help = `authchart-devtools: the inspector in a page of its own, reachable from this machine only.

Usage: authchart-devtools [options]

  --port N    Port to listen on (4900); 0 takes a free one
  -h, --help  Show this help

Then, in your app: inspectAuth(auth, { connect: 'ws://127.0.0.1:4900' })
`

/** A mistake in the command line: the message is all the user needs. */
class UsageError extends Error {}

/** Runs the command: exit code 2 for a wrong command line, 1 when the server cannot start. */
export async function runCli(args: readonly string[], page: URL): Promise<void> {
  try {
    const options = readOptions(args)
    if (options.help) process.stdout.write(help)
    else await start(readPort(options.port), page)
  } catch (error) {
    process.stderr.write(`authchart-devtools: ${reasonOf(error)}\n`)
    if (error instanceof UsageError)
      process.stderr.write('authchart-devtools --help lists the options.\n')
    process.exitCode = error instanceof UsageError ? 2 : 1
  }
}

async function start(port: number, page: URL): Promise<void> {
  const server = await startServer(port, page)
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void server.close())
  process.stdout.write(`Inspector: ${server.url} (apps connect to ${server.socketUrl})\n`)
}

function readOptions(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '4900' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function readPort(value: string): number {
  const port = Number(value)
  if (/^\d+$/.test(value) && port <= 65_535) return port
  throw new UsageError(`--port must be a number from 0 to 65535, not '${value}'.`)
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if ('code' in error && error.code === 'EADDRINUSE' && 'port' in error) {
    return `port ${error.port} is taken. Choose another with --port, or 0 for a free one.`
  }
  return error.message.trim()
}
