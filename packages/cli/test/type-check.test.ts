import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { reactApp, temporaryApp, vueApp } from './support/temporary-app.ts'

/** Stricter than any template of Vite: what is copied must do in every app. */
const tsconfig = JSON.stringify({
  compilerOptions: {
    target: 'es2022',
    lib: ['es2023', 'dom', 'dom.iterable'],
    types: ['vite/client'],
    module: 'esnext',
    moduleResolution: 'bundler',
    jsx: 'react-jsx',
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    noEmit: true,
  },
  include: ['src', 'tests'],
})

const outputs = JSON.stringify({
  version: '1',
  auth: {
    user_pool_id: 'us-east-1_AbCdEf123',
    user_pool_client_id: 'abc',
    aws_region: 'us-east-1',
  },
})

test.each([
  ['react', 'typescript/bin/tsc', { ...reactApp, 'src/App.tsx': 'export default () => null\n' }],
  [
    'vue',
    'vue-tsc/bin/vue-tsc.js',
    { ...vueApp, 'src/App.vue': '<template><p>Hello</p></template>\n' },
  ],
] as const)(
  'what add and init write compiles: %s',
  async (_, compiler, files) => {
    // In the repository, where the packages are.
    const app = temporaryApp(
      { ...files, 'tsconfig.json': tsconfig, 'amplify_outputs.json': outputs },
      'test-results',
    )
    await app.run('init', '--config', 'amplify_outputs.json')
    await app.run('add')
    await app.run('add', '--css', 'tailwind', '--dir', 'src/tailwind')
    await app.run('add', '--only', 'signUp', '--dir', 'src/one')
    await app.run('add', 'html', '--dir', 'src/plain')
    const file = join(process.cwd(), '../../node_modules', compiler)
    const { stdout, status } = spawnSync(process.execPath, [file, '-p', app.folder], {
      encoding: 'utf8',
    })
    expect(stdout).toBe('')
    expect(status).toBe(0)
  },
  180_000,
)
