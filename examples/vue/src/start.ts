import { authPlugin } from '@authchart/vue'
import { createApp } from 'vue'
import App from './app.vue'
import { auth, config } from './auth.ts'

export function start(page: HTMLElement): void {
  createApp(App, { outboxUrl: config.controlUrl && `${config.controlUrl}/outbox` })
    .use(authPlugin, auth)
    .mount(page)
}
