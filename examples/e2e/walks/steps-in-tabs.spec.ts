import type { BrowserContext, Page } from '@playwright/test'
import type { LocalCognito } from '../support/local-cognito.ts'
import type { Person } from '../support/person.ts'
import { expect, test } from '../support/test.ts'

test.describe.configure({ timeout: 120_000 })

/** The configuration of the sandbox, and the app's own server in front of it. */
async function serve(context: BrowserContext, cognito: LocalCognito, { email }: Person) {
  await cognito.patchPool({
    SchemaAttributes: [{ Name: 'custom:terms' }, { Name: 'custom:organisation' }],
  })
  const set = (Name: string, Value: string) =>
    cognito.administer('AdminUpdateUserAttributes', email, { UserAttributes: [{ Name, Value }] })
  await context.route('**/auth-config.json', (route) => route.fulfill({ json: cognito.config }))
  await context.route('**/api/terms', async (route) => {
    await set('custom:terms', '3')
    await route.fulfill({ json: {} })
  })
  await context.route('**/api/organisation', async (route) => {
    const { organisation } = route.request().postDataJSON()
    if (organisation === 'globex') return route.fulfill({ status: 503, json: {} })
    // This one never answers.
    if (organisation === 'initech') return
    await set('custom:organisation', organisation)
    await route.fulfill({ json: {} })
  })
}

const titled = (page: Page, name: string | RegExp) => page.getByRole('heading', { name })

async function signIn(page: Page, { email, password }: Person) {
  await page.locator('[name=username]').fill(email)
  await page.locator('[name=password]').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

async function choose(page: Page, name: string) {
  await page.getByLabel(name).check()
  await page.getByRole('button', { name: 'Work for it' }).click()
}

for (const path of ['/react.html', '/vue.html']) {
  test(`${path}: a reload resumes a step, and a second tab follows`, async ({
    page,
    context,
    cognito,
    member,
  }) => {
    await serve(context, cognito, member)
    await page.goto(path)
    await signIn(page, member)
    await expect(titled(page, 'Accept our terms')).toBeVisible()
    await page.reload()
    await expect(titled(page, 'Accept our terms')).toBeVisible()
    await page.getByRole('button', { name: 'Accept' }).click()
    await expect(titled(page, 'Choose an organisation')).toBeVisible()

    const second = await context.newPage()
    await second.goto(path)
    await expect(titled(second, /terms|organisation/)).toBeVisible()

    await choose(page, 'Globex')
    await expect(page.getByRole('alert')).toBeVisible()
    await choose(page, 'Initech')
    await expect(page.getByRole('status')).toHaveText('Opening the organisation…')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await choose(page, 'Acme')
    await expect(titled(page, /Hello/)).toBeVisible()
    // The claims of the refreshed tokens say that nothing is left to do.
    await expect(titled(second, /Hello/)).toBeVisible()
    await second.getByRole('button', { name: 'Sign out', exact: true }).click()
    await expect(titled(page, 'Sign in')).toBeVisible()
  })
}
