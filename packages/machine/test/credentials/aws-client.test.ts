import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { expect, onTestFinished, test } from 'vitest'
import { issued } from '../support/identity-pool.ts'
import { control, openPage, type Page, settled, signUpAndIn } from '../support/sandbox-auth.ts'

test('a client of AWS SDK v3 signs as guest, as the user, and again after expiry', async () => {
  const page = openPage()
  const auth = page.load()
  const client = new STSClient({
    region: 'us-east-1',
    endpoint: await serveSts(page),
    credentials: auth.credentials,
  })
  onTestFinished(() => client.destroy())
  const callerOf = async () => {
    const { UserId, Arn } = await client.send(new GetCallerIdentityCommand())
    return { identityId: UserId, role: Arn }
  }

  const guest = await callerOf()
  expect(guest).toEqual({ identityId: expect.stringContaining(':'), role: 'guest' })

  const { signOut } = await signUpAndIn(page, auth)
  const user = await callerOf()
  expect(user).toEqual({ identityId: guest.identityId, role: 'user' })

  await control(page, '/clock', { advanceMs: 2 * 3_600_000 })
  page.sent.length = 0
  expect(await callerOf()).toEqual(user)
  expect(page.sent).toEqual(['GetTokensFromRefreshToken', 'GetCredentialsForIdentity'])

  signOut()
  await settled(auth, 'signIn')
  expect(await callerOf()).toEqual({
    identityId: expect.not.stringMatching(user.identityId ?? ''),
    role: 'guest',
  })
})

/** An AWS service that knows the keys that the sandbox has issued, and rejects expired ones. */
async function serveSts(page: Page): Promise<string> {
  const server = createServer(async ({ headers }, response) => {
    const accessKeyId = /Credential=(\w+)\//.exec(headers.authorization ?? '')?.[1] ?? ''
    const known = await issued(page, { accessKeyId })
    const isGood =
      known?.sessionToken === headers['x-amz-security-token'] &&
      page.sandbox.clock.now() < (known?.expiresAt ?? 0)
    response.writeHead(known && isGood ? 200 : 403, { 'content-type': 'text/xml' })
    response.end(`<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
      <GetCallerIdentityResult>
        <UserId>${known?.identityId}</UserId>
        <Account>123456789012</Account>
        <Arn>${known?.isAuthenticated ? 'user' : 'guest'}</Arn>
      </GetCallerIdentityResult>
    </GetCallerIdentityResponse>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return `http://127.0.0.1:${port}`
}
