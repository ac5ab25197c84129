import '@authchart/example-shared/styles.css'
import { showStartError } from '@authchart/example-shared/start-error'
import { ignoreStrayClicks } from '@authchart/example-shared/stray-clicks'
import { authPlugin } from '@authchart/vue'
import { createApp } from 'vue'
import App from './app.vue'

const page = document.querySelector<HTMLElement>('#page') ?? document.body
ignoreStrayClicks(page)

try {
  const { auth, config } = await import('./auth.ts')
  createApp(App, { outboxUrl: config.controlUrl && `${config.controlUrl}/outbox` })
    .use(authPlugin, auth)
    .mount(page)
} catch (error) {
  showStartError(page, error)
}
