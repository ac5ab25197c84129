import { join } from 'node:path'
import { env } from 'node:process'
import config from './playwright.config.ts'

const { MUTANT_ROOT = '', MUTANT_APP = 'react' } = env
const servers = [config.webServer ?? []].flat().filter(({ name }) => name === MUTANT_APP)

/** The walks of this chart against an app that was built elsewhere, with a fault in it. */
export default {
  ...config,
  testDir: 'walks',
  testIgnore: [],
  retries: 0,
  maxFailures: 1,
  reporter: 'json',
  projects: (config.projects ?? [])
    .filter(({ name }) => name === MUTANT_APP)
    .map(({ grepInvert: _grepInvert, ...project }) => ({ ...project, testIgnore: [] })),
  webServer: servers.map((server) => ({
    ...server,
    cwd: join(MUTANT_ROOT, 'examples', MUTANT_APP),
  })),
}
