import { testingLibraryDriver } from '@authchart/testing'
import { uiFromForms, walkTests } from '@authchart/testing/vitest'
import { authPlugin } from '@authchart/vue'
import { userEvent } from '@testing-library/user-event'
import { test } from 'vitest'
import { createApp } from 'vue'
import ShopApp from './shop-app.vue'

const driver = testingLibraryDriver({
  ui: uiFromForms(),
  render: (auth) => {
    const container = document.body.appendChild(document.createElement('div'))
    const app = createApp(ShopApp).use(authPlugin, auth)
    app.mount(container)
    const unmount = () => {
      app.unmount()
      container.remove()
    }
    return { handle: { user: userEvent.setup(), container }, container, unmount }
  },
})

walkTests(test, driver, { cover: 'states' })
