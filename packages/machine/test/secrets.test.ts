import { expect, test } from 'vitest'
import type { InspectionEvent } from 'xstate'
import { email, lastCode, openPage, password, settled } from './support/sandbox-auth.ts'

/** Gathers every string that can be reached from what it is shown; each object is walked once. */
function gatherer() {
  const strings = new Set<string>()
  const walked = new WeakSet<object>()
  function gather(value: unknown): void {
    if (typeof value === 'string') strings.add(value)
    if (typeof value !== 'object' || value === null || walked.has(value)) return
    walked.add(value)
    if (value instanceof Map) for (const entry of value) gather(entry)
    for (const key of Reflect.ownKeys(value)) {
      gather(key)
      gather(Object.getOwnPropertyDescriptor(value, key)?.value)
    }
  }
  return { strings, gather }
}

test('no password, code or token is in any inspection event, snapshot, or stored value but the tokens’', async () => {
  const page = openPage()
  const { strings, gather } = gatherer()
  const auth = page.load({
    inspect: (event: InspectionEvent) => {
      gather({ ...event })
      gather(JSON.stringify(event))
    },
  })
  auth.actor.subscribe(() => {
    gather(JSON.stringify(auth.actor.getPersistedSnapshot()))
    for (const [key, value] of page.stored) {
      gather(key)
      if (!/Token$/.test(key)) gather(value)
    }
    gather(JSON.stringify(page.pending()))
  })

  ;(await settled(auth, 'signIn')).goSignUp()
  const form = { username: email, password, repeated: password, attributes: { email } }
  ;(await settled(auth, 'signUp')).submit(form)
  const confirm = await settled(auth, 'confirmSignUp')
  const code = await lastCode(page)
  confirm.submit({ code: 'bad-code-canary' })
  await settled(auth, 'confirmSignUp')
  confirm.submit({ code })
  const home = await settled(auth, 'signedIn')
  const { accessToken, idToken } = await auth.getSession()
  const refreshToken = [...page.stored].find(([key]) => key.endsWith('refreshToken'))?.[1] ?? ''
  const refreshed = await auth.getSession({ forceRefresh: true })
  home.signOut()
  const wrong = 'Wrong-canary-9'
  ;(await settled(auth, 'signIn')).submit({ username: email, password: wrong })
  await settled(auth, 'signIn')

  const found = (secret: string) => [...strings].filter((text) => text.includes(secret))
  // The check can fail: what is not secret is found.
  expect(found(email)).not.toEqual([])
  expect(found('confirmSignUp.submit')).not.toEqual([])
  const secrets = {
    password,
    wrong,
    code,
    bad: 'bad-code-canary',
    accessToken,
    idToken,
    refreshToken,
    refreshed: refreshed.accessToken,
  }
  for (const [name, secret] of Object.entries(secrets)) {
    expect(secret.length, name).toBeGreaterThan(5)
    expect(found(secret), name).toEqual([])
  }
})
