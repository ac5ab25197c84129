import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { apiPages } from '../../lib/docs/api-pages.mjs'
import { chartPages } from '../../lib/docs/chart-pages.mjs'
import { classicApi } from '../../lib/docs/classic-api.mjs'
import { classicApiPage } from '../../lib/docs/classic-api-page.mjs'
import { failuresPage } from '../../lib/docs/failures-page.mjs'
import { formsPage } from '../../lib/docs/forms-page.mjs'
import { root } from '../../lib/paths.mjs'

test('docs/classic-api.md is what the chart and the tests say: `npm run docs` if it is not', () => {
  expect(readFileSync(join(root, 'docs/classic-api.md'), 'utf8')).toBe(classicApiPage())
})

test('docs/failures.md is what the failure table says: `npm run docs` if it is not', async () => {
  const page = await failuresPage()
  expect(page).toContain('| `codeMismatch` | `code` |  | `CodeMismatchException`, ')
  expect(readFileSync(join(root, 'docs/failures.md'), 'utf8')).toBe(page)
})

test('docs/forms.md is what the forms are: `npm run docs` if it is not', async () => {
  const page = await formsPage()
  expect(page).toContain('| `password` | password | `field.password` | current-password |  |')
  expect(page).toContain('## `signingOut`')
  expect(readFileSync(join(root, 'docs/forms.md'), 'utf8')).toBe(page)
})

test('the pictures of the chart are those of the chart: `npm run docs` if they are not', async () => {
  for (const [path, text] of Object.entries(await chartPages())) {
    expect(readFileSync(join(root, path), 'utf8') === text, path).toBe(true)
  }
}, 60_000)

test('docs/api is what the sources say: `npm run docs` if it is not', () => {
  const pages = apiPages()
  expect(pages['docs/api/machine.md']).toContain('### createAuth\n')
  for (const [path, text] of Object.entries(pages)) {
    expect(readFileSync(join(root, path), 'utf8') === text, path).toBe(true)
  }
}, 60_000)

test('every function of the classic API has its row', () => {
  const names = classicApi.map(({ classic }) => classic)
  for (const name of [
    'signIn',
    'confirmSignIn',
    'completeNewPassword',
    'sendCustomChallengeAnswer',
    'signUp',
    'confirmSignUp',
    'resendSignUp',
    'signOut',
    'signOut({ global',
    'changePassword',
    'forgotPassword',
    'forgotPasswordSubmit',
    'currentSession',
    'currentAuthenticatedUser',
    'setupTOTP',
    'verifyTotpToken',
    'setPreferredMFA',
    'getPreferredMFA',
    'SelectMFAType',
    'updateUserAttributes',
    'userAttributes',
    'deleteUserAttributes',
    'verifyCurrentUserAttribute',
    'verifyCurrentUserAttributeSubmit',
    'verifiedContact',
    'deleteUser',
    'fetchDevices',
    'rememberDevice',
    'forgetDevice',
  ]) {
    expect(
      names.some((classic) => classic.startsWith(name)),
      name,
    ).toBe(true)
  }
})
