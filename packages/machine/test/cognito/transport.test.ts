import { expect, onTestFinished, test } from 'vitest'
import { scriptedConfig as config, scriptedCognito } from '../../../testing/src/index.ts'
import { cognitoPorts } from '../../src/cognito/index.ts'
import { createAuth } from '../../src/index.ts'
import { actorOf } from '../../src/xstate.ts'

function opened(options: Parameters<typeof createAuth>[0]) {
  const auth = createAuth(options)
  onTestFinished(() => auth.stop())
  return auth
}

test("requests go through the app's own fetch, or through what stands there when they are made", async () => {
  const cognito = scriptedCognito()
  const seen: string[] = []
  const auth = opened({
    config,
    fetch(this: unknown, ...sent) {
      // As a browser's own has it, which otherwise says "Illegal invocation".
      expect(this).toBeUndefined()
      seen.push('own')
      return cognito.fetch(...sent)
    },
  })
  await auth.ready()
  const { transport } = auth
  if (!transport) throw new Error('There is no transport')
  const own = transport.fetch
  transport.fetch = (...sent) => {
    seen.push('tool')
    return own(...sent)
  }
  actorOf(auth).send({ type: 'go.forgotPassword' })
  actorOf(auth).send({ type: 'forgotPassword.submit', username: 'ada' })
  await expect.poll(() => seen).toEqual(['tool', 'own'])
  expect(cognito.log).toEqual(['ForgotPassword'])
})

test('there is none where requests go through the global fetch, or through ports', () => {
  const { fetch } = scriptedCognito()
  expect(opened({ config })).not.toHaveProperty('transport')
  const ports = cognitoPorts({ config, fetch })
  expect(opened({ ports })).not.toHaveProperty('transport')
  expect(opened(Object.assign({ ports }, { fetch }))).not.toHaveProperty('transport')
})
