import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Auth, createAuth } from '@authchart/machine'
import { expect, test } from 'vitest'
import { auth as ownAuth } from './own-config.ts'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const guide = read('../../../docs/guides/passwordless.md')

const shown = [
  ...['react', 'vue'].flatMap((folder) =>
    readdirSync(join(import.meta.dirname, '../src', folder)).map(
      (file) => `../src/${folder}/${file}`,
    ),
  ),
  '../src/factor-labels.ts',
  'own-config.ts',
  'software-passkeys.ts',
  '../../../scripts/lib/browser/virtual-authenticator.mjs',
]

test.each(shown)('the guide shows %s, which compiles or runs', (file) => {
  const language = file.split('.').at(-1)?.replace('mjs', 'js')
  expect(guide).toContain(`\`\`\`${language}\n${read(file)}\`\`\``)
})

test('the guide has no code that does not compile', () => {
  expect(guide.match(/^```(tsx?|vue|js)$/gm)).toHaveLength(shown.length)
})

/** What is configured for the form of a sign-in. */
async function factorsOf(auth: Auth) {
  await auth.ready()
  const view = auth.getView()
  auth.stop()
  return view.route === 'signIn' ? view.factors : undefined
}

test('the configurations of the guide allow the same factors', async () => {
  const [, outputs = ''] = guide.match(/```json\n([\s\S]*?)```/) ?? []
  const expected = ['PASSKEY', 'EMAIL', 'PASSWORD']
  expect(await factorsOf(createAuth({ config: JSON.parse(outputs) }))).toEqual(expected)
  expect(await factorsOf(ownAuth)).toEqual(expected)
})
