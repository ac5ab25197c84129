import { cognitoClient } from '../../src/cognito/client.ts'
import type { Operation, Requests } from '../../src/cognito/operations.ts'
import { toFailure } from '../../src/errors/failure.ts'

export interface Answer {
  readonly status?: number
  readonly headers?: Record<string, string>
  /** An object goes out as JSON. */
  readonly body?: string | object
}

const signal = new AbortController().signal

/** What the client makes of an answer: a failure, or what the operation promises. */
export async function read<Op extends Operation>(
  operation: Op,
  request: Requests[Op],
  { status = 400, headers = {}, body = '' }: Answer,
) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const send = cognitoClient(
    'https://cognito.test/',
    async () => new Response(text, { status, headers }),
  )
  try {
    return { answer: await send(operation, request, { signal }) }
  } catch (error) {
    return toFailure(error)
  }
}
