import type { BrowserContext, Route } from '@playwright/test'
import { person } from '../catalogue/person.ts'
import { rejects } from '../scripted-cognito/exchange.ts'
import type { Phrases } from './action-phrases.ts'
import { Attempts, type Effect } from './attempt.ts'
import { lookWhenStill } from './look.ts'

/** How the walks configure their Cognito for an app. */
export type AppConfig = Readonly<Record<string, unknown>>

const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-expose-headers': '*',
}
const patienceMs = 5_000

/**
 * Finds out which Cognito an app asks: it signs in once, is rejected, and reads the address and the client of the request.
 *
 * @throws Error if no sign-in is sent.
 */
export async function discoverConfig(
  context: BrowserContext,
  url: string,
  phrases: Phrases,
): Promise<AppConfig> {
  const page = await context.newPage()
  let found: AppConfig | undefined
  await context.route(
    (address) => address.origin !== new URL(url).origin || address.pathname === '/',
    async (route) => {
      const config = await answer(route)
      found ??= config
    },
  )
  await page.goto(url)
  await lookWhenStill(page, patienceMs)
  const effect = async (): Promise<Effect> => {
    const deadline = performance.now() + patienceMs
    while (!found && performance.now() < deadline) await page.waitForTimeout(50)
    return found ? 'done' : 'nothing'
  }
  const { username, password } = person
  const attempt = { type: 'signIn.submit' as const, payload: { username, password } }
  await new Attempts(page, phrases).find({ ...attempt, rivals: [], wrong: new Set(), effect })
  await page.close()
  if (!found) {
    throw new Error(
      `No sign-in was sent from ${url}: the page must begin with the sign-in screen. Give the app's configuration with --config FILE if it asks another way.`,
    )
  }
  return found
}

async function answer(route: Route): Promise<AppConfig | undefined> {
  const request = route.request()
  const headers = request.headers()
  if (/x-amz-target/i.test(headers['access-control-request-headers'] ?? '')) {
    await route.fulfill({ status: 204, headers: cors })
    return undefined
  }
  const target = headers['x-amz-target']
  if (!target) {
    await route.fallback()
    return undefined
  }
  const rejected = rejects(target, 'NotAuthorizedException', 'Incorrect username or password.')
  if (rejected.kind !== 'answer') return undefined
  const { status } = rejected
  await route.fulfill({
    status,
    headers: { ...rejected.headers, ...cors },
    body: JSON.stringify(rejected.body),
  })
  const { ClientId } = JSON.parse(request.postData() ?? '{}') as { ClientId?: string }
  return ClientId ? configOf(request.url(), ClientId) : undefined
}

function configOf(url: string, userPoolClientId: string): AppConfig {
  const { origin, hostname } = new URL(url)
  const [, region = 'us-east-1'] = /^cognito-idp\.([\w-]+)\.amazonaws\.com/.exec(hostname) ?? []
  const isAws = hostname.endsWith('.amazonaws.com')
  return {
    region,
    // No request says it; tokens are read without it.
    userPoolId: `${region}_Unknown00`,
    userPoolClientId,
    ...(!isAws && { endpoint: origin }),
  }
}
