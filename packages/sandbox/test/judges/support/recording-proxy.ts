import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { type Exchange, problemsOf } from '../service-model/check-exchange.ts'

export interface RecordingProxy {
  /** URL without a trailing slash. */
  readonly origin: string
  /** The names of the requested operations so far, in order. */
  operations(): string[]
  /** The violations of the service model since the last call. */
  takeProblems(): string[]
  close(): Promise<void>
}

const operationOf = ({ headers }: IncomingMessage): string | undefined =>
  String(headers['x-amz-target'] ?? '').split(/^AWSCognitoIdentity(?:Provider)?Service\./)[1]

/** Passes everything on to a sandbox over HTTP, byte by byte, and judges the operations. */
export async function startRecordingProxy(target: string): Promise<RecordingProxy> {
  const operations: string[] = []
  const problems: string[] = []
  const record = (exchange: Exchange) => {
    operations.push(exchange.operation)
    problems.push(...problemsOf(exchange))
  }
  const server = createServer((incoming, outgoing) => {
    void forward(incoming, outgoing, target, record)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No TCP port.')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    operations: () => [...operations],
    takeProblems: () => problems.splice(0),
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

async function forward(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  target: string,
  record: (exchange: Exchange) => void,
): Promise<void> {
  try {
    const { method, headers, url } = incoming
    const body = await buffer(incoming)
    const onward = request(new URL(url ?? '/', target), { method, headers, agent: false })
    onward.end(body)
    const [answer]: IncomingMessage[] = await once(onward, 'response')
    if (!answer) throw new Error('No answer.')
    const content = await buffer(answer)
    const operation = operationOf(incoming)
    if (operation !== undefined) {
      record({
        operation,
        request: body.toString(),
        status: answer.statusCode ?? 0,
        headers: new Headers({ 'x-amzn-errortype': String(answer.headers['x-amzn-errortype']) }),
        response: content.toString(),
      })
    }
    outgoing.writeHead(answer.statusCode ?? 0, answer.headers)
    outgoing.end(content)
  } catch {
    incoming.socket.destroy()
  }
}
