import { encodeUtf8 } from '../../platform/encode.ts'
import { parseBody, toError } from '../client.ts'
import { awsRejection } from '../rejections/aws-errors.ts'
import { exchange } from '../transport/exchange.ts'

/** The parts of the SDK's request that are needed to send it. */
interface SdkRequest {
  readonly method: string
  readonly protocol: string
  readonly hostname: string
  readonly port?: number | undefined
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: BodyInit | undefined
}

interface SdkResponse {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/**
 * A request handler for clients of AWS SDK v3 over the given `fetch`. Only successes reach the SDK: other
 * responses throw the same errors as all requests, so all failures look alike.
 */
export function sdkHandler(fetch: typeof globalThis.fetch) {
  return {
    async handle(
      { method, protocol, hostname, port, path, headers, body }: SdkRequest,
      { abortSignal: signal }: { abortSignal: AbortSignal },
    ): Promise<{ response: SdkResponse }> {
      const url = `${protocol}//${hostname}${port ? `:${port}` : ''}${path}`
      const answer = await exchange(fetch, signal, url, {
        method,
        headers: withoutHost(headers),
        ...(body !== undefined && { body }),
      })
      const json = parseBody(answer.response, answer.body)
      if (!answer.response.ok) {
        const error = toError(answer.response, json, answer.secrets())
        const rejection = awsRejection(error.name)
        if (rejection) error.rejection = rejection
        throw error
      }
      return {
        response: {
          statusCode: answer.response.status,
          headers: Object.fromEntries(answer.response.headers),
          body: encodeUtf8(answer.body),
        },
      }
    },
  }
}

/** `fetch` sets the host and the length itself. */
function withoutHost({
  host: _host,
  'content-length': _length,
  ...headers
}: SdkRequest['headers']) {
  return headers
}
