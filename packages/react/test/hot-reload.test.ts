// @vitest-environment node
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Auth, createAuth } from '@authchart/machine'
import { createSandbox } from '@authchart/sandbox'
import { createServer, createServerModuleRunner } from 'vite'
import { expect, onTestFinished, test, vi } from 'vitest'

declare global {
  /** What the modules of the dev server import. */
  var hotReload: { createAuth: typeof createAuth; config: object; shown: Auth[] } | undefined
}

const guide = readFileSync(new URL('../../../docs/guides/gates.md', import.meta.url), 'utf8')
const [, recipe = ''] =
  /```ts\n(import \{ createAuth \}[^`]*import\.meta\.hot[^`]*)```/.exec(guide) ?? []

/** A Vite dev server whose app imports `auth.ts` as the guide shows it, and accepts a new one. */
async function startApp(source: string) {
  const root = mkdtempSync(join(tmpdir(), 'authchart-hot-reload-'))
  const write = (name: string, text: string) => writeFileSync(join(root, name), text)
  write('machine.ts', 'export const { createAuth } = globalThis.hotReload')
  write('config.ts', 'export const { config } = globalThis.hotReload')
  write('auth.ts', source.replace('@authchart/machine', './machine.ts'))
  write(
    'main.ts',
    `import { auth } from './auth.ts'
const show = (auth) => globalThis.hotReload.shown.push(auth)
show(auth)
import.meta.hot.accept('./auth.ts', (next) => show(next.auth))`,
  )
  const shown: Auth[] = []
  globalThis.hotReload = { createAuth, config: createSandbox().config, shown }
  const server = await createServer({
    root,
    configFile: false,
    appType: 'custom',
    logLevel: 'silent',
    server: { middlewareMode: true, ws: false, watch: { usePolling: true, interval: 50 } },
  })
  const runner = createServerModuleRunner(server.environments.ssr)
  onTestFinished(async () => {
    await runner.close()
    await server.close()
    for (const auth of shown) auth.stop()
    rmSync(root, { recursive: true })
    globalThis.hotReload = undefined
  })
  await runner.import('/main.ts')
  return {
    shown,
    edit: () => write('config.ts', `export const { config } = globalThis.hotReload // 2`),
  }
}

const isStopped = (auth: Auth | undefined) =>
  auth?.ready().then(
    () => false,
    ({ name }: Error) => name === 'StoppedError',
  )

test('a changed import of the module in the guide stops its auth and shows another one', async () => {
  expect(recipe).toContain('dispose(() => auth.stop())')
  const { shown, edit } = await startApp(recipe)
  expect(shown).toHaveLength(1)
  edit()
  await vi.waitFor(() => expect(shown).toHaveLength(2), { timeout: 10_000 })
  expect(await isStopped(shown[0])).toBe(true)
  expect(await isStopped(shown[1])).toBe(false)
})

test('without the line of the guide the first auth goes on', async () => {
  const { shown, edit } = await startApp(recipe.replace(/^import\.meta.*$/m, ''))
  edit()
  await vi.waitFor(() => expect(shown).toHaveLength(2), { timeout: 10_000 })
  expect(await isStopped(shown[0])).toBe(false)
})
