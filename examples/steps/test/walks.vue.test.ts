import { testingLibraryDriver } from '@authchart/testing'
import { uiFromForms, walkTests } from '@authchart/testing/vitest'
import { authPlugin } from '@authchart/vue'
import { userEvent } from '@testing-library/user-event'
import { test } from 'vitest'
import { createApp } from 'vue'
import { steps } from '../src/steps.ts'
import Screens from '../src/vue-screens.vue'
import { behaviour, ofSteps } from './behaviour.ts'

const driver = testingLibraryDriver({
  ui: uiFromForms({ steps }),
  steps,
  render: (auth) => {
    const container = document.body.appendChild(document.createElement('div'))
    const app = createApp(Screens).use(authPlugin, auth)
    app.mount(container)
    const unmount = () => {
      app.unmount()
      container.remove()
    }
    return { handle: { user: userEvent.setup(), container }, container, unmount }
  },
})

walkTests(test, driver, { behaviour, cover: 'states', only: ofSteps, out: 'test-results/vue' })
