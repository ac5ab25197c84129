import { testingLibraryDriver } from '@authchart/testing'
import { uiFromForms, walkTests } from '@authchart/testing/vitest'
import { authPlugin } from '@authchart/vue'
import { userEvent } from '@testing-library/user-event'
import { test } from 'vitest'
import { createApp } from 'vue'
import App from '../../vue/src/app.vue'
import { cover } from './cover.ts'

const driver = testingLibraryDriver({
  ui: uiFromForms(),
  render: (auth) => {
    const container = document.body.appendChild(document.createElement('div'))
    const app = createApp(App).use(authPlugin, auth)
    app.mount(container)
    const unmount = () => {
      app.unmount()
      container.remove()
    }
    return { handle: { user: userEvent.setup(), container }, container, unmount }
  },
})

walkTests(test, driver, { cover, out: 'test-results/dom-walks-vue' })
