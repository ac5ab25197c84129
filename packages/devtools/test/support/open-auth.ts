import { type Auth, createAuth, Secret } from '@authchart/machine'
import { actorOf } from '@authchart/machine/xstate'
import { outcomes, scriptedCognito, scriptedConfig } from '@authchart/testing'
import { expect, vi } from 'vitest'

export const password = 'Adapter-canary-7!'

export async function newAuth() {
  const auth = createAuth({ config: scriptedConfig })
  await auth.ready()
  return auth
}

/** An auth over a scripted Cognito, in an empty browser. */
export async function openAuth() {
  const original = globalThis.fetch
  localStorage.clear()
  sessionStorage.clear()
  const cognito = scriptedCognito()
  globalThis.fetch = cognito.fetch
  const auth = await newAuth()

  /** As far as the code of a second factor. */
  async function signIn(signingIn: Auth = auth) {
    cognito.arm(outcomes.find(({ actor, name }) => actor === 'signIn' && name === 'SMS_MFA'))
    actorOf(signingIn).send({
      type: 'signIn.submit',
      username: 'ada',
      password: new Secret(password),
    })
    await cognito.requested()
    cognito.release()
    await vi.waitFor(() => expect(signingIn.getView().route).toBe('confirmSignIn'))
  }

  function close() {
    auth.stop()
    globalThis.fetch = original
  }
  return { auth, signIn, close }
}
