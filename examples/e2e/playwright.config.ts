import { availableParallelism } from 'node:os'
import { env } from 'node:process'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Project } from '@playwright/test'
import { findBrowser } from '../../scripts/lib/browser/find-browser.mjs'
import { findPort } from '../../scripts/lib/find-port.mjs'
import { walksConfig } from './walks/walks-config.ts'

// Workers read this file again: the environment hands them what was found once.
env.AUTHCHART_BROWSER ??= await findBrowser()
for (const [name, first] of [
  ['E2E_REACT_PORT', 4273],
  ['E2E_VUE_PORT', 4373],
  ['E2E_REACT_INSPECTOR_PORT', 4473],
  ['E2E_VUE_INSPECTOR_PORT', 4573],
  ['E2E_MINIMAL_REACT_PORT', 4673],
  ['E2E_MINIMAL_VUE_PORT', 4773],
  ['E2E_STEPS_PORT', 4873],
] as const) {
  env[name] ??= String(await findPort(first))
}

const vite = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url))

/** @param folder of the build, inside the app */
function served(app: string, port: string | undefined, folder: string) {
  const url = `http://127.0.0.1:${port}/`
  const server = {
    name: `${app}/${folder}`,
    command: `"${process.execPath}" "${vite}" preview --outDir ${folder}`,
    cwd: `../${app}`,
    // Playwright sets colours, and Node warns when the user does not want them. Tests with a sandbox replace the configuration.
    env: { PORT: port ?? '', FORCE_COLOR: '0', AUTH_CONFIG: JSON.stringify(walksConfig) },
    url,
    reuseExistingServer: false,
  }
  return { app, url, server }
}

/** The apps as users get them. */
export const apps = [
  served('react', env.E2E_REACT_PORT, 'dist'),
  served('vue', env.E2E_VUE_PORT, 'dist'),
]

/** Built for development (`build:development`): other builds have no inspector. */
const inspected = [
  served('react', env.E2E_REACT_INSPECTOR_PORT, 'test-results/development'),
  served('vue', env.E2E_VUE_INSPECTOR_PORT, 'test-results/development'),
]

/** One form component each, over the forms of the machine. */
const minimal = [
  served('minimal-react', env.E2E_MINIMAL_REACT_PORT, 'dist'),
  served('minimal-vue', env.E2E_MINIMAL_VUE_PORT, 'dist'),
]

/** Three steps of its own, a page for each framework. */
const steps = served('steps', env.E2E_STEPS_PORT, 'dist')

/**
 * `npm test`. The walks enter every state in both apps; `npm run test:long` takes every transition, with mishaps. The
 * stories run in one of the apps here and in both there. The inspector's specs with the tag `@quick` do in a real page what its unit tests do in happy-dom; the
 * others run in `npm run test:long` alone.
 */
const quick: readonly Project[] = [
  ...apps.map(({ app, url }) => ({
    name: `quick-${app}`,
    use: { baseURL: url },
    testMatch: [
      app === 'react' ? 'stories/*.spec.ts' : 'stories/story.spec.ts',
      'walks/walks.spec.ts',
    ],
  })),
  ...inspected.slice(0, 1).map(({ url }) => ({
    name: 'quick-inspector',
    use: { baseURL: url },
    testMatch: ['inspector/*.spec.ts'],
    grep: /@quick/,
  })),
]

/** `npm run test:long`, by the part of its name after `test:long:`. What does not depend on the app runs in React alone. */
const long: readonly Project[] = [
  ...apps.flatMap(({ app, url }) => [
    {
      name: `nightly-${app}`,
      use: { baseURL: url },
      ...(app === 'react'
        ? { testMatch: ['nightly/*.spec.ts'] }
        : {
            testMatch: ['{nightly,stories}/*.spec.ts'],
            testIgnore: ['**/two-users.spec.ts'],
            grepInvert: /the canary catches/,
          }),
    },
    {
      name: `adversity-${app}`,
      use: { baseURL: url },
      testMatch: [
        'walks/adversity.spec.ts',
        ...(app === 'react' ? ['walks/smaller-ui.spec.ts'] : []),
      ],
    },
  ]),
  ...apps.slice(0, 1).map(({ app, url }) => ({
    name: `generated-${app}`,
    use: { baseURL: url },
    testDir: 'test-results/generated',
  })),
  ...minimal.map(({ app, url }) => ({
    name: app,
    use: { baseURL: url },
    testMatch: ['walks/minimal.spec.ts'],
  })),
  { name: 'steps', use: { baseURL: steps.url }, testMatch: ['walks/steps*.spec.ts'] },
  ...inspected.map(({ app, url }) => ({
    name: `inspector-${app}`,
    use: { baseURL: url },
    testMatch: ['inspector/*.spec.ts'],
  })),
]

/** Pictures of every screen and of every view of the inspector, to look at. */
const screenshots: readonly Project[] = [
  ...apps.map(({ app, url }) => ({
    name: `screenshots-${app}`,
    use: { baseURL: url, trace: 'off' as const },
    testMatch: ['screenshots/{screens,passwordless}.spec.ts'],
  })),
  ...inspected.slice(0, 1).map(({ url }) => ({
    name: 'screenshots-inspector',
    use: { baseURL: url, trace: 'off' as const },
    testMatch: ['screenshots/inspector.spec.ts'],
  })),
]

export default defineConfig({
  testDir: '.',
  outputDir: 'test-results/artifacts',
  fullyParallel: true,
  forbidOnly: Boolean(env.CI),
  // Most of a test is waiting for the next frame of a page.
  workers: 2 * availableParallelism(),
  retries: env.CI ? 1 : 0,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    // A trace of each test costs a quarter of the time: only the second run of a failed test has one.
    trace: { mode: 'on-first-retry', screenshots: false },
    launchOptions: {
      executablePath: env.AUTHCHART_BROWSER,
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [...quick, ...long, ...screenshots],
  webServer: [
    ...[...apps, ...inspected, ...minimal].map(({ server }) => server),
    // There is no page at `/`.
    { ...steps.server, url: `${steps.url}react.html` },
  ],
})
