import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packPackages } from '../../../../scripts/consumers/pack-packages.mjs'
import { npmCommand } from '../../../../scripts/lib/paths.mjs'
import { NewApp } from './new-app.ts'

/** What shadcn reads of ui.shadcn.com for each \`add\`: the base colour of the app. */
const baseColor = {
  inlineColors: { light: {}, dark: {} },
  cssVars: { light: {}, dark: {} },
  cssVarsV4: { light: {}, dark: {} },
  inlineColorsTemplate: '',
  cssVarsTemplate: '',
}

/** An app that uses shadcn. */
const componentsJson = {
  style: 'new-york',
  rsc: false,
  tsx: true,
  tailwind: { config: '', css: 'src/index.css', baseColor: 'neutral', cssVariables: true },
  aliases: { components: '@/components', utils: '@/lib/utils' },
}

const paths = '"compilerOptions": { "paths": { "@/*": ["./src/*"] }'
const workplace = mkdtempSync(join(tmpdir(), 'authchart-registry-'))
let server: Server
let origin = ''

beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    const [, name] = /^\/r\/([\w-]+)\.json$/.exec(url) ?? []
    const item = name && readFileSync(`dist/registry/r/${name}.json`, 'utf8')
    response.setHeader('content-type', 'application/json')
    response.end(item || JSON.stringify(baseColor))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

// It removes an installed app: thousands of files.
afterAll(() => {
  server.close()
  rmSync(workplace, { recursive: true, force: true })
})

test('shadcn installs the screens, from a URL and from a file', async () => {
  const app = new NewApp(workplace, 'react-ts', packPackages(join(workplace, 'packed')))
  app.install({ tailwindcss: '^4.0.0' })
  app.write('components.json', JSON.stringify(componentsJson))
  app.change('tsconfig.json', '"files": []', `${paths} },\n  "files": []`)
  app.change('tsconfig.app.json', '"compilerOptions": {', `${paths},`)
  const file = './node_modules/authchart/dist/registry/r/auth-react-tailwind.json'
  await shadcn(app, `${origin}/r/auth-react.json`)
  expect(app.authchart('add')).toContain('Nothing to do')
  rmSync(join(app.folder, 'src/auth'), { recursive: true })
  await shadcn(app, file)
  expect(app.authchart('add', '--css', 'tailwind')).toContain('Nothing to do')
  app.npm('run', 'build')
})

/** Does not block this process, whose server it asks. */
async function shadcn(app: NewApp, item: string): Promise<void> {
  const [command = '', ...args] = npmCommand('exec', '--yes', '--', 'shadcn@4', 'add', '-y', item)
  const running = promisify(execFile)(command, args, {
    cwd: app.folder,
    env: { ...process.env, REGISTRY_URL: origin, VITEST: undefined, NODE_ENV: undefined },
  })
  running.child.stdin?.end()
  await running
}
