// @vitest-environment-options { "url": "https://shop.example.com/" }
import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { createApp, h } from 'vue'
import { testGuards } from '../../machine/test/support/guards.ts'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

test.each(['auth-routes.ts', 'vue-router.ts'])('the guide shows the %s that runs here', (file) => {
  const text = read('../../../docs/guides/gates.md')
  expect(text).toContain(`\`\`\`ts\n${read(`guides/${file}`)}\`\`\``)
})

afterAll(() => {
  vi.doUnmock('vue-router')
  vi.resetModules()
})

describe.each(['vue-router', 'vue-router-5'])('%s', (name) => {
  testGuards(async (auth, root) => {
    // A mock that is set while a chunk of the last app still loads is lost.
    await vi.dynamicImportSettled()
    vi.resetModules()
    vi.doMock('vue-router', () => vi.importActual(name))
    const { authPlugin } = await import('@authchart/vue')
    const { createWebHistory, RouterView } = await import('vue-router')
    const { createAppRouter } = await import('./guides/vue-router.ts')
    const history = createWebHistory()
    const app = createApp(() => h(RouterView))
    app.use(authPlugin, auth).use(createAppRouter(auth, history)).mount(root)
    return () => {
      app.unmount()
      history.destroy()
    }
  })
})
