import { uiFromForms, walkTests } from '@authchart/testing/playwright'
import { test } from '@playwright/test'
import { steps } from '../../steps/src/steps.ts'
import { behaviour, ofSteps } from '../../steps/test/behaviour.ts'
import { walksConfig } from './walks-config.ts'

test.describe.configure({ timeout: 90_000 })

/** The hosted UI returns to `/`, and these pages are elsewhere. */
const opened = behaviour.starts.filter(({ name }) => name === 'the page is opened')

const forms = uiFromForms({ steps })

const ui: typeof forms = {
  ...forms,
  cannotTake: (step) =>
    `${step.event.type} ${step.label}`.includes('chooseOrganisation.later')
      ? 'it makes no request, and is over before it can be seen'
      : forms.cannotTake?.(step),
}

for (const page of ['react', 'vue']) {
  test.describe(page, () => {
    walkTests(test, {
      ui,
      config: walksConfig,
      path: `/${page}.html`,
      behaviour: { ...behaviour, starts: opened },
      cover: 'transitions',
      only: ofSteps,
      stepRequests: {
        'enterInvitation.enter': '**/api/invitation',
        'acceptTerms.accept': '**/api/terms',
        'chooseOrganisation.choose': '**/api/organisation',
      },
      out: `test-results/steps-${page}`,
    })
  })
}
