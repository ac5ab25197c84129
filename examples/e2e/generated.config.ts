import config from './playwright.config.ts'
import { walksConfig } from './walks/walks-config.ts'

/** Plain spec files as `authchart-test generate` writes them, against apps that have no Cognito. */
export default {
  ...config,
  testDir: 'test-results/generated',
  testIgnore: [],
  projects: (config.projects ?? []).map(({ name, use }) => ({ name, use })),
  webServer: [config.webServer ?? []].flat().map((server) => ({
    ...server,
    env: { ...server.env, AUTH_CONFIG: JSON.stringify(walksConfig) },
  })),
}
