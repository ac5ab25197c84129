import { expect, test } from 'vitest'
import { createSandbox, type Triggers } from '../../src/index.ts'
import { type Client, createClient, email, errorOf } from '../support/client.ts'
import { requestCode, signInWithCode } from '../support/passwordless.ts'

let client: Client

function withTriggers(triggers: Triggers): void {
  client = createClient(createSandbox({ triggers, pool: { Passwordless: true } }))
}

test('the triggers of a sign-in by a code, in order', async () => {
  const calls: string[] = []
  const note = ({ triggerSource }: { readonly triggerSource: string }) => {
    calls.push(triggerSource)
  }
  withTriggers({
    preAuthentication: note,
    postAuthentication: note,
    postConfirmation: note,
    customMessage: (event) => {
      note(event)
      event.response.emailMessage = `Hello {####}`
    },
    preTokenGeneration: note,
  })
  await client.signUp()
  calls.length = 0
  await signInWithCode(client, email)
  expect(calls).toEqual([
    'CustomMessage_Authentication',
    'PreAuthentication_Authentication',
    'PostConfirmation_ConfirmSignUp',
    'PostAuthentication_Authentication',
    'TokenGeneration_Authentication',
  ])
  expect((await client.outbox(email))[0]?.body).toMatch(/^Hello \d{8}$/)
})

test('the pre authentication trigger rejects a code, and the session stays', async () => {
  let isOpen = false
  withTriggers({
    preAuthentication: () => {
      if (!isOpen) throw new Error('Closed')
    },
  })
  await client.confirmed()
  const { session, code } = await requestCode(client, 'EMAIL_OTP', email)
  const answer = () => client.respond('EMAIL_OTP', session, { EMAIL_OTP_CODE: code })
  expect(errorOf(await answer())).toEqual([
    400,
    'UserLambdaValidationException',
    'PreAuthentication failed with error Closed.',
  ])
  isOpen = true
  expect((await answer()).status).toBe(200)
})
