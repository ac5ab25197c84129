import type { Auth } from '@authchart/machine'
import { type Component, createApp, h } from 'vue'

export async function start(auth: Auth, screens: Component) {
  const devtools = import.meta.env.DEV ? await import('@authchart/devtools/vue') : undefined
  const inspector = () => devtools && h(devtools.AuthInspector, { auth })
  createApp(() => [inspector(), h(screens)]).mount('#app')
}
