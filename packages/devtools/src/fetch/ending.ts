import type { Exchange } from '@authchart/testing'

type WithoutOperation<T> = T extends unknown
  ? Omit<T, 'operation' | 'isOptional' | 'isUsual'>
  : never

/** How a request ends: with a response (`answer`), a lost connection (`drop`), or never (`never`). */
export type Ending = WithoutOperation<Exchange>

/** What `fetch` returns or throws for an ending. */
export async function responseTo(ending: Ending): Promise<Response> {
  switch (ending.kind) {
    case 'drop':
      throw new TypeError('The connection was lost')
    case 'never':
      return new Promise(() => undefined)
    case 'answer': {
      const { status, headers, body } = ending
      return new Response(typeof body === 'string' ? body : JSON.stringify(body), {
        status,
        headers,
      })
    }
  }
}
