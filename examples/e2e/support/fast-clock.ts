import type { BrowserContext } from '@playwright/test'
import type { LocalCognito } from './local-cognito.ts'

/**
 * The time-out of a request, and what a browser needs to show one tab's storage to another: they stay
 * as long as they are, in ms.
 */
const unscaled = [15_000, 500]

/**
 * Lets the clocks of all pages and that of Cognito run `speed` times as fast, so that tokens of five
 * minutes live for seconds. Ends with the function it gives.
 */
export async function speedUp(context: BrowserContext, cognito: LocalCognito, speed: number) {
  const start = Date.now()
  const startAt = cognito.now
  await context.addInitScript(
    ({ start, startAt, speed, unscaled }) => {
      const RealDate = Date
      const realSetTimeout = setTimeout
      const now = () => startAt + (RealDate.now() - start) * speed
      globalThis.Date = class extends RealDate {
        constructor(...parameters: [number]) {
          super(...(parameters.length > 0 ? parameters : ([now()] as [number])))
        }
        static override now = now
      } as DateConstructor
      globalThis.setTimeout = ((work: () => void, ms = 0) =>
        realSetTimeout(work, unscaled.includes(ms) ? ms : ms / speed)) as typeof setTimeout
    },
    { start, startAt, speed, unscaled },
  )
  const catchUp = async () => {
    const behind = startAt + (Date.now() - start) * speed - cognito.now
    if (behind > 0) await cognito.advance(Math.round(behind))
  }
  const timer = setInterval(() => void catchUp(), 100)
  return () => clearInterval(timer)
}
