import { type CognitoConfig, parseConfig } from '@authchart/machine/cognito'
import type { Page } from '@playwright/test'
import type { Ui } from '../../contract/define-ui.ts'
import { takeSnapshot } from '../../contract/page-snapshot.ts'
import { Screens } from '../../contract/screens.ts'
import { scriptedConfig } from '../../scripted-cognito/pool.ts'
import { type ScriptedCognito, scriptedCognito } from '../../scripted-cognito/scripted-cognito.ts'
import { PageActions } from './page-actions.ts'
import { PageClock } from './page-clock.ts'
import type { PlaywrightOptions } from './playwright-options.ts'
import { StepRequests } from './step-requests.ts'
import { StoredSession } from './stored-session.ts'
import { Traffic } from './traffic.ts'

/** What the page driver and its collaborators share during a walk. */
export interface PageParts {
  readonly page: Page
  readonly ui: Ui<Page>
  /** Where the app is, relative to Playwright's `baseURL`. */
  readonly path: string
  readonly pool: CognitoConfig & { readonly identityPoolId: string }
  readonly clock: PageClock
  readonly cognito: ScriptedCognito
  readonly traffic: Traffic
  readonly screens: Screens<Page>
  readonly stored: StoredSession
  readonly actions: PageActions
  readonly stepRequests: StepRequests
}

/** @param isAnyPool the configuration was read from requests, which do not say which pool it is. */
export function openPageParts(page: Page, options: PlaywrightOptions, isAnyPool?: true): PageParts {
  const { ui, config, path = '/', patienceMs = 8_000 } = options
  const parsed = parseConfig(config)
  const pool = { ...parsed, identityPoolId: parsed.identityPoolId ?? scriptedConfig.identityPoolId }
  const clock = new PageClock(page)
  const cognito = scriptedCognito({
    pool,
    ...(isAnyPool && { isAnyPool }),
    now: () => clock.now(),
  })
  // An action that cannot be done fails after this time, not after that of the whole test.
  page.setDefaultTimeout(patienceMs)
  return {
    page,
    ui,
    path,
    pool,
    clock,
    cognito,
    traffic: new Traffic(cognito, parsed),
    screens: new Screens({
      ui,
      handle: page,
      snapshot: () => page.evaluate(`(${takeSnapshot})(document)`),
      patienceMs,
    }),
    stored: new StoredSession(cognito),
    actions: new PageActions(page, ui),
    stepRequests: new StepRequests(options.stepRequests),
  }
}
