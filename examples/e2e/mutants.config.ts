import { join } from 'node:path'
import { env } from 'node:process'
import config, { apps } from './playwright.config.ts'

const { MUTANT_ROOT = '', MUTANT_APP = 'react' } = env
const walked = apps.filter(({ app }) => app === MUTANT_APP)

/** The walks of this chart against an app that was built elsewhere, with a fault in it. */
export default {
  ...config,
  testDir: 'walks',
  testMatch: 'walks.spec.ts',
  retries: 0,
  maxFailures: 1,
  reporter: 'json',
  projects: walked.map(({ app, url }) => ({ name: app, use: { baseURL: url } })),
  webServer: walked.map(({ app, server }) => ({
    ...server,
    cwd: join(MUTANT_ROOT, 'examples', app),
  })),
}
