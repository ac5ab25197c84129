import type { BrowserContext, Request } from '@playwright/test'
import { expect } from '@playwright/test'

export interface Refresh {
  /** Epoch ms, when it was sent. */
  readonly at: number
  readonly refreshToken: string
  readonly request: Request
}

/** Every refresh that a page of the browser asks Cognito for. */
export function watchRefreshes(context: BrowserContext): readonly Refresh[] {
  const refreshes: Refresh[] = []
  context.on('request', (request) => {
    const target = request.headers()['x-amz-target']
    if (!target?.endsWith('GetTokensFromRefreshToken')) return
    const { RefreshToken } = request.postDataJSON()
    refreshes.push({ at: Date.now(), refreshToken: RefreshToken, request })
  })
  return refreshes
}

/** Each token was used once, and never two for the same expiry (`leastMs` apart at least). */
export function expectOnePerExpiry(refreshes: readonly Refresh[], leastMs: number): void {
  const tokens = refreshes.map(({ refreshToken }) => refreshToken)
  expect(new Set(tokens).size, 'refresh tokens that were used').toBe(tokens.length)
  const gaps = refreshes.slice(1).map(({ at }, index) => at - (refreshes[index]?.at ?? 0))
  expect(Math.min(...gaps), `gaps of ${gaps.join(' ')} ms`).toBeGreaterThan(leastMs)
}
