import { type Exchange, problemsOf } from './check-exchange.ts'

type Fetch = (input: Request | string | URL, init?: RequestInit) => Promise<Response>

const target = /^AWSCognitoIdentity(?:Provider)?Service\.(\w+)$/

/**
 * Wraps a fetch so that every exchange with the sandbox is checked against the service model; it
 * rejects with what is wrong. While faults are set through it, answers are wrong on purpose and
 * pass.
 */
export function judgedFetch(
  fetch: Fetch,
  onExchange: (exchange: Exchange) => void = requireValid,
): Fetch {
  let isFaulty = false
  return async (input, init) => {
    const request = new Request(input, init)
    const { pathname } = new URL(request.url)
    if (pathname.endsWith('/faults')) isFaulty = request.method === 'POST'
    if (pathname.endsWith('/reset')) isFaulty = false
    const operation = target.exec(request.headers.get('x-amz-target') ?? '')?.[1]
    if (operation === undefined || isFaulty) return fetch(request)
    const copy = request.clone()
    const response = await fetch(request)
    const { status, headers } = response
    const texts = [copy.text(), response.clone().text()] as const
    onExchange({ operation, request: await texts[0], status, headers, response: await texts[1] })
    return response
  }
}

function requireValid(exchange: Exchange): void {
  const problems = problemsOf(exchange)
  if (problems.length > 0) {
    throw new Error(`Not by the service model:\n${problems.join('\n')}`)
  }
}
