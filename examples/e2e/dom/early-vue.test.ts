import { testingLibraryDriver } from '@authchart/testing'
import { uiFromForms, walkTests } from '@authchart/testing/vitest'
import { authPlugin } from '@authchart/vue'
import { userEvent } from '@testing-library/user-event'
import { afterAll, expect, test, vi } from 'vitest'
import { createApp } from 'vue'
import App from '../../minimal-vue/src/app.vue'
import { beginningWithForm, earlyAuthOf } from './early-auth-of.ts'
import { earlyChoice } from './early-choice.ts'

const acted = vi.fn()
afterAll(() => expect(acted).toHaveBeenCalled())

const driver = testingLibraryDriver({
  ui: uiFromForms(),
  render: (auth) => {
    const container = document.body.appendChild(document.createElement('div'))
    const app = createApp(App).use(authPlugin, earlyAuthOf(auth, acted))
    app.mount(container)
    const unmount = () => {
      app.unmount()
      container.remove()
    }
    return { handle: { user: userEvent.setup(), container }, container, unmount }
  },
})

walkTests(test, beginningWithForm(driver), {
  ...earlyChoice,
  out: 'test-results/dom-walks-early-vue',
})
