import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../lib/paths.mjs'

const read = (path) => readFileSync(join(root, path), 'utf8')

/** Files of the guide to steps that are not in its example. */
const stepFiles = ['migration.ts', 'german-steps.ts']

/** The recipe for React Native, which its consumer compiles and runs. */
const nativeFiles = ['auth.ts', 'secure-storage.ts', 'browser.ts', 'screens.tsx']

test.each([
  ['docs/guides/server-rendering.md', 'consumers/nuxt-pinia/plugins/auth.ts'],
  ['docs/guides/gates.md', 'consumers/nuxt-guards/app.vue'],
  ['docs/guides/gates.md', 'consumers/nuxt-guards/middleware/auth.global.ts'],
  ['docs/guides/gates.md', 'consumers/nuxt-guards/plugins/follow-auth.client.ts'],
  ...[
    'src/steps.ts',
    'src/auth.ts',
    'src/react-screens.tsx',
    'src/vue-screens.vue',
    'test/behaviour.ts',
  ].map((file) => ['docs/guides/steps.md', `examples/steps/${file}`]),
  ...stepFiles.map((file) => ['docs/guides/steps.md', `packages/machine/test/guides/${file}`]),
  ['docs/guides/storybook.md', 'examples/storybook/stories/react/auth.stories.tsx'],
  ['docs/guides/other-frameworks.md', 'examples/frameworks/svelte/auth-form.svelte.ts'],
  ['docs/guides/other-frameworks.md', 'examples/frameworks/svelte/form.svelte'],
  ['docs/guides/other-frameworks.md', 'examples/frameworks/solid/auth-form.ts'],
  ['docs/guides/other-frameworks.md', 'examples/frameworks/angular/auth-form.ts'],
  ['docs/guides/other-frameworks.md', 'examples/frameworks/angular/attributes.ts'],
  ['docs/guides/other-frameworks.md', 'examples/frameworks/lit/auth-form.ts'],
  ['docs/guides/other-frameworks.md', 'examples/frameworks/lit/spread.ts'],
  ['docs/guides/identity-js.md', 'packages/machine/test/guides/cognito-user.ts'],
  ['docs/guides/tools.md', 'consumers/jest-commonjs/jest.config.cjs'],
  ['docs/guides/server-rendering.md', 'consumers/next-app/proxy.ts'],
  ...nativeFiles.map((file) => [
    'docs/guides/react-native.md',
    `consumers/react-native/src/${file}`,
  ]),
])('%s shows the file that works in %s', (guide, file) => {
  expect(read(guide)).toContain(read(file))
})

test('the guide to steps has no code that does not compile', () => {
  const blocks = read('docs/guides/steps.md').match(/^```(tsx?|vue)$/gm)
  expect(blocks).toHaveLength(5 + stepFiles.length)
})

test('the guide to React Native has no code that is not compiled', () => {
  const blocks = read('docs/guides/react-native.md').match(/^```tsx?$/gm)
  expect(blocks).toHaveLength(nativeFiles.length)
})

/** What a reader writes; the rest of the projects stands for the template of Vite, and checks it. */
const startFiles = execFileSync('git', ['ls-files', 'consumers/start-*'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) =>
    /\/(?:src|tests)\/.*\.(?:tsx?|vue)$|\/(?:playwright|vitest)\.config\.ts$/.test(path),
  )

test('the start guide has files of both frameworks', () => {
  expect(startFiles.length).toBeGreaterThan(15)
})

test.each(startFiles)('the start guide shows %s, which its project runs', (path) => {
  expect(read('docs/guides/start.md')).toContain(
    `\`\`\`${path.split('.').at(-1)}\n${read(path)}\`\`\``,
  )
})

test('the guide to Storybook shows how the stories of Vue begin', () => {
  const [beginning] = read('examples/storybook/stories/vue/auth.stories.ts').split(
    '\n\n/** The story of',
  )
  expect(beginning).toContain('createApp')
  expect(read('docs/guides/storybook.md')).toContain(beginning)
})

test('a binding for another framework has at most 15 lines', () => {
  const bindings = [
    'svelte/auth-form.svelte.ts',
    'solid/auth-form.ts',
    'angular/auth-form.ts',
    'lit/auth-form.ts',
  ]
  const lines = bindings.map((file) => {
    const code = read(`examples/frameworks/${file}`).split('\n')
    return code.filter((line) => !/^(import |\/\*\*|$)/.test(line)).length
  })
  expect(Math.max(...lines)).toBeLessThanOrEqual(15)
})
