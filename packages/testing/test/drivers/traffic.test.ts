import { parseConfig } from '@authchart/machine/cognito'
import { expect, test } from 'vitest'
import { Traffic } from '../../src/drivers/page/traffic.ts'
import { scriptedConfig } from '../../src/scripted-cognito/pool.ts'
import { scriptedCognito } from '../../src/scripted-cognito/scripted-cognito.ts'

/** Playwright's events of requests, by hand: the end-to-end tests use a browser. */
async function opened() {
  const pool = parseConfig(scriptedConfig)
  const traffic = new Traffic(
    scriptedCognito({ pool: { ...pool, identityPoolId: scriptedConfig.identityPoolId } }),
    pool,
  )
  let hear: (request: unknown) => void = () => undefined
  const context = {
    on: (_name: string, listener: typeof hear) => (hear = listener),
    route: async () => {},
  }
  const page = { url: () => 'http://127.0.0.1:4173/', on: () => undefined }
  await traffic.watch(context as never, page as never)
  const request = (url: string, headers: Record<string, string>) =>
    hear({ url: () => url, headers: () => headers, postData: () => '{}' })
  return { traffic, request, endpoint: pool.endpoint }
}

const target = { 'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth' }

test('an app that asks another Cognito than the tests answer for is noticed', async () => {
  const { traffic, request, endpoint } = await opened()
  request(endpoint, target)
  request('http://127.0.0.1:4800/api', {})
  expect(traffic.strayed).toBe('')
  request('http://127.0.0.1:4800/', target)
  expect(traffic.strayed).toBe(
    `\nThe page asks Cognito at http://127.0.0.1:4800, but the config of these tests is for ${new URL(endpoint).origin}: give them the config of the app.`,
  )
})
