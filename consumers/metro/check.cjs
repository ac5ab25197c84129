const assert = require('node:assert/strict')
const { mkdirSync, readFileSync } = require('node:fs')
const { runInNewContext } = require('node:vm')
const { loadConfig, runBuild } = require('metro')

async function main() {
  const config = await loadConfig(
    { cwd: __dirname, resetCache: true },
    {
      projectRoot: __dirname,
      maxWorkers: 1,
      resolver: { sourceExts: ['js', 'json', 'mjs', 'ts'] },
    },
  )
  mkdirSync('out')
  await runBuild(config, { entry: 'index.js', out: 'out/app', platform: 'android', dev: false })
  const code = readFileSync('out/app.js', 'utf8')
  assert.doesNotMatch(code, /client-cognito-identity|AWSCognitoIdentityService/)

  // As bare as an engine of React Native at import: no crypto, no TextDecoder, no DOMException.
  const context = { console, setTimeout, clearTimeout, fetch: async () => assert.fail('a request') }
  context.globalThis = context
  context.global = context
  runInNewContext(code, context)
  assert.equal(typeof context.used.createAuth, 'function')
  const checks = context.used.checkPassword('Abcdef1!', { minLength: 8 })
  assert.equal(checks[0].passed, true)
}

main().then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(`${error.stack}\n`)
    process.exit(1)
  },
)
