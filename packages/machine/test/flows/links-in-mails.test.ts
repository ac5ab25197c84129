import { readFileSync } from 'node:fs'
import type { Triggers } from '@authchart/sandbox'
import { expect, test } from 'vitest'
import { readEntry } from '../../src/index.ts'
import { openDocument } from '../support/browser-document.ts'
import { email, openPage, type Page, settled, signUp } from '../support/sandbox-auth.ts'

const guide = readFileSync(new URL('../../../../docs/guides/links.md', import.meta.url), 'utf8')

/** The trigger that the guide shows, as it stands there. */
async function triggerOfGuide(): Promise<Triggers['customMessage']> {
  const code = /```js\n([^`]*(?:`[^`]+`[^`]*)*)\n```/.exec(guide)?.[1] ?? ''
  const module = await import(`data:text/javascript,${encodeURIComponent(code)}`)
  return module.handler
}

/** Opens the link of the last mail in another browser. */
async function openMail(page: Page) {
  const { sandbox } = page
  const outbox = `${sandbox.config.controlUrl}/outbox?to=${encodeURIComponent(email)}`
  const response = await sandbox.fetch(outbox, { headers: { accept: 'application/json' } })
  const [{ body }] = (await response.json()) as [{ body: string }]
  const [, link = ''] = /href="([^"]*)"/.exec(body) ?? []
  openDocument(link)
  // A sign-in that takes no arithmetic.
  const config = { authenticationFlowType: 'USER_PASSWORD_AUTH' }
  const auth = page.openTab({ config, entry: readEntry() })
  expect(location.href).toBe('https://app.example.com/')
  return auth
}

test('the mails of the guide open both screens, each with its code', async () => {
  const page = openPage({ triggers: { customMessage: await triggerOfGuide() } })
  await signUp(page.load())
  const confirming = await openMail(page)
  const view = await settled(confirming, 'confirmSignUp')
  expect(view.username).toBe(email)
  view.submit({ code: view.linkCode ?? '' })
  const start = await settled(confirming, 'signIn')
  expect(start.notice).toBe('signUpConfirmed')

  start.goForgotPassword()
  ;(await settled(confirming, 'forgotPassword')).submit({ username: email })
  await settled(confirming, 'resetPassword')
  const resetting = await openMail(page)
  const reset = await settled(resetting, 'resetPassword')
  reset.submit({ code: reset.linkCode ?? '', password: 'Another-horse-8' })
  await settled(resetting, 'signedIn')
})

test('another code comes in a mail of the same kind', async () => {
  const page = openPage({ triggers: { customMessage: await triggerOfGuide() } })
  await signUp(page.load())
  const other = page.openTab()
  ;(await settled(other, 'signIn')).goConfirmSignUp({ username: email })
  ;(await settled(other, 'confirmSignUp')).resend()
  await expect.poll(() => other.getView().notice).toBe('codeSent')
  const auth = await openMail(page)
  const view = await settled(auth, 'confirmSignUp')
  view.submit({ code: view.linkCode ?? '' })
  await settled(auth, 'signIn')
})
