import base from './playwright.config.ts'

const servers = Array.isArray(base.webServer) ? base.webServer : []

export default {
  ...base,
  testIgnore: process.env.SHOTS ? [] : 'screenshots.spec.ts',
  outputDir: '/tmp/e2e-artifacts',
  webServer: servers.map((server) => ({
    ...server,
    command: `${server.command} --outDir /tmp/e2e-dist/${server.name}`,
  })),
}
