import { posix } from 'node:path'
import type { WantedFile } from '../files/file-plan.ts'
import { type InitChoice, sandboxPort, seededUser } from './init-choice.ts'

/** Walks over all screens; in a browser also a sign-in at the local Cognito. */
export function testFiles(choice: InitChoice): readonly WantedFile[] {
  if (choice.tests === 'none') return []
  return choice.tests === 'playwright' ? playwrightFiles(choice) : [vitestFile(choice)]
}

function playwrightFiles({ project }: InitChoice): readonly WantedFile[] {
  const { language, packageManager, sources } = project
  const sandbox = posix.join('..', sources, `auth-sandbox.${language}`)
  return [
    {
      path: `playwright.config.${language}`,
      text: `import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests',
  timeout: 90_000,
  use: { baseURL: 'http://127.0.0.1:4173' },
  webServer: [
    {
      command: '${packageManager} run sandbox',
      url: 'http://127.0.0.1:${sandboxPort}/_control/users',
      reuseExistingServer: true,
    },
    {
      command:
        'npx vite build --mode sandbox && npx vite preview --host 127.0.0.1 --port 4173 --strictPort',
      url: 'http://127.0.0.1:4173',
      timeout: 180_000,
    },
  ],
})
`,
    },
    {
      path: `tests/auth.spec.${language}`,
      text: `import { uiFromForms, walkTests } from '@authchart/testing/playwright'
import { expect, test } from '@playwright/test'
import { sandboxConfig } from '${sandbox}'

// At the local Cognito, with the user of sandbox.json.
test('a user signs in', async ({ page }) => {
  await page.goto('/')
  await page.locator('input[name="username"]').fill('${seededUser.username}')
  await page.locator('input[name="password"]').fill('${seededUser.password}')
  await page.locator('button[type="submit"]').click()
  await expect(page.locator('form[data-authform="signedIn"]')).toBeVisible()
})

// The paths that users take over all screens. The tests give Cognito's responses. \`cover: 'transitions'\` takes all paths.
walkTests(test, { ui: uiFromForms(), config: sandboxConfig, cover: 'journeys' })
`,
    },
  ]
}

function vitestFile({ framework, project }: InitChoice): WantedFile {
  const { language, sources } = project
  const from = posix.join('..', sources, 'auth/auth-screens')
  return framework === 'react'
    ? { path: `tests/auth.test.${language}x`, text: reactTest(from) }
    : { path: `tests/auth.test.${language}`, text: vueTest(`${from}.vue`) }
}

const walks = `// The paths that users take over all screens. The tests give Cognito's responses. \`cover: 'transitions'\` takes all paths.
walkTests(test, driver, { cover: 'journeys' })
`

function reactTest(from: string): string {
  return `// @vitest-environment happy-dom
import { AuthProvider } from '@authchart/react'
import { testingLibraryDriver } from '@authchart/testing'
import { uiFromForms, walkTests } from '@authchart/testing/vitest'
import { render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeAll, test } from 'vitest'
import { AuthScreens } from '${from}'

// Screens follow by themselves here, as they do in a page.
beforeAll(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false })
})

const driver = testingLibraryDriver({
  ui: uiFromForms(),
  render: (auth) => {
    const { container, unmount } = render(
      <AuthProvider auth={auth}>
        <AuthScreens />
      </AuthProvider>,
    )
    return { handle: { user: userEvent.setup(), container }, container, unmount }
  },
})

${walks}`
}

function vueTest(from: string): string {
  return `// @vitest-environment happy-dom
import { testingLibraryDriver } from '@authchart/testing'
import { uiFromForms, walkTests } from '@authchart/testing/vitest'
import { authPlugin } from '@authchart/vue'
import { userEvent } from '@testing-library/user-event'
import { test } from 'vitest'
import { createApp } from 'vue'
import AuthScreens from '${from}'

const driver = testingLibraryDriver({
  ui: uiFromForms(),
  render: (auth) => {
    const container = document.body.appendChild(document.createElement('div'))
    const app = createApp(AuthScreens).use(authPlugin, auth)
    app.mount(container)
    const unmount = () => {
      app.unmount()
      container.remove()
    }
    return { handle: { user: userEvent.setup(), container }, container, unmount }
  },
})

${walks}`
}
