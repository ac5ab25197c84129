import { fileURLToPath } from 'node:url'
import config from './playwright.config.ts'

const vite = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url))
const command = `"${process.execPath}" "${vite}"`

/** The inspector beside both apps, which are built for development: production builds have none. */
export default {
  ...config,
  testDir: 'inspector',
  testIgnore: ['pictures.spec.ts'],
  projects: (config.projects ?? []).map(({ name, use }) => ({ name, use })),
  webServer: [config.webServer ?? []].flat().map((server) => ({
    ...server,
    command: `${command} build --mode development --outDir test-results/development --logLevel error && ${command} preview --outDir test-results/development`,
    env: { ...server.env, NODE_ENV: 'development' },
  })),
}
