import { expect, onTestFinished, test } from 'vitest'
import { identityPool } from '../../src/cognito/identity-pool/index.ts'
import { createAuth, type Navigator } from '../../src/index.ts'
import { openDocument } from '../support/browser-document.ts'
import { fakeTokens } from '../support/fake-tokens.ts'
import { nextOf } from '../support/hosted-ui/hosted-page.ts'
import { settled } from '../support/sandbox-auth.ts'

/** As the classic documentation has it: what to put there is the only difference. */
const oauth = {
  domain: 'shop.auth.us-east-1.amazoncognito.com',
  scope: ['phone', 'email', 'profile', 'openid', 'aws.cognito.signin.user.admin'],
  redirectSignIn: 'http://www.example.com/signin',
  redirectSignOut: 'http://www.example.com/signout',
  responseType: 'code',
  options: { AdvancedSecurityDataCollectionFlag: true },
}

const config = {
  Auth: {
    identityPoolId: 'us-east-1:0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9',
    region: 'us-east-1',
    userPoolId: 'us-east-1_abcd1234',
    userPoolWebClientId: 'a1b2c3d4e5f6g7h8i9j0k1l2m3',
    mandatorySignIn: false,
    cookieStorage: { domain: '.example.com', path: '/', expires: 365, secure: true },
    oauth,
  },
}

test('the classic configuration configures everything in it', async () => {
  // A page of that domain, as the cookies need it.
  const document = openDocument('https://www.example.com/shop')
  const requests: { url: string; target: string | null; body: unknown }[] = []
  const left: string[] = []
  const navigator: Navigator = {
    address: () => 'http://www.example.com/shop',
    replace: () => undefined,
    open: (url) => {
      left.push(url)
      return Promise.resolve(undefined)
    },
  }
  const auth = createAuth({
    config,
    clock: { now: () => 2_000_000 },
    navigator,
    identityPool,
    fetch: async (input, init) => {
      const request = new Request(input, init)
      const target = request.headers.get('x-amz-target')
      requests.push({ url: request.url, target, body: JSON.parse((await request.text()) || '{}') })
      const { idToken, accessToken, refreshToken } = fakeTokens('ada')
      const result = { IdToken: idToken, AccessToken: accessToken, RefreshToken: refreshToken }
      return Response.json({ AuthenticationResult: result, ChallengeParameters: {} })
    },
  })
  onTestFinished(() => auth.stop())

  // oauth: the domain, the scopes, the grant and the page to return to.
  const view = await settled(auth, 'signIn')
  view.redirect()
  const url = new URL(await nextOf(left, 0))
  expect(url.origin + url.pathname).toBe(`https://${oauth.domain}/oauth2/authorize`)
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    client_id: config.Auth.userPoolWebClientId,
    response_type: 'code',
    scope: oauth.scope.join(' '),
    redirect_uri: oauth.redirectSignIn,
  })

  // identityPoolId, region and mandatorySignIn: a guest asks this pool, in this region.
  await settled(auth, 'signIn')
  await auth.credentials().catch(() => undefined)
  expect(requests.at(-1)).toEqual({
    url: 'https://cognito-identity.us-east-1.amazonaws.com/',
    target: 'AWSCognitoIdentityService.GetId',
    body: { IdentityPoolId: config.Auth.identityPoolId },
  })

  // userPoolId, userPoolWebClientId, cookieStorage, and the fingerprint of AWS's own script.
  Object.assign(globalThis, { AmazonCognitoAdvancedSecurityData: { getData: () => 'finger' } })
  onTestFinished(() => {
    Reflect.deleteProperty(globalThis, 'AmazonCognitoAdvancedSecurityData')
  })
  view.submit({ username: 'ada', password: 'Correct-horse-7', authFlowType: 'USER_PASSWORD_AUTH' })
  await expect.poll(() => requests.at(-1)?.target).toContain('InitiateAuth')
  expect(requests.at(-1)).toMatchObject({
    url: 'https://cognito-idp.us-east-1.amazonaws.com/',
    body: {
      ClientId: config.Auth.userPoolWebClientId,
      UserContextData: { EncodedData: 'finger' },
    },
  })
  await settled(auth, 'signedIn')
  expect(document.cookieHeader()).toContain(
    'CognitoIdentityServiceProvider.a1b2c3d4e5f6g7h8i9j0k1l2m3',
  )
})
