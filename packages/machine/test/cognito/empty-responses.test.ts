import { expect, test } from 'vitest'
import type { Operation } from '../../src/cognito/operations.ts'
import { type Answer, read } from './read-response.ts'

const AccessToken = 'access'
const confirm = { ClientId: 'client', Username: 'ada', ConfirmationCode: '1' }
const silent = [
  ['ChangePassword', { AccessToken, PreviousPassword: 'a', ProposedPassword: 'b' }],
  ['DeleteUser', { AccessToken }],
  ['GlobalSignOut', { AccessToken }],
  ['ConfirmSignUp', confirm],
  ['ConfirmForgotPassword', { ...confirm, Password: 'x' }],
] as const satisfies readonly (readonly [Operation, object])[]

const waf = (action: string) => ({ 'x-amzn-waf-action': action })

test.each(silent)('%s succeeds only by a response of Cognito', async (...sent) => {
  const [operation, request] = sent
  const codeOf = async (answer: Answer) => read(operation, request as never, answer)
  expect(await codeOf({ status: 200, body: '{}' })).toHaveProperty('answer')
  expect(await codeOf({ status: 202, headers: waf('challenge') })).toMatchObject({
    code: 'firewallChallenge',
  })
  expect(await codeOf({ status: 202 })).toMatchObject({ code: 'firewallChallenge' })
  expect(await codeOf({ status: 405, headers: waf('captcha'), body: '<html>' })).toMatchObject({
    code: 'firewallCaptcha',
  })
  expect(await codeOf({ status: 405 })).toMatchObject({ code: 'firewallCaptcha' })
  expect(await codeOf({ status: 403, body: '<html>' })).toMatchObject({ code: 'forbidden' })
  expect(await codeOf({ status: 403 })).toMatchObject({ code: 'forbidden' })
  expect(await codeOf({ status: 201, body: '{}' })).toMatchObject({ code: 'invalidAnswer' })
  expect(await codeOf({ status: 206, body: '{}' })).toMatchObject({ code: 'invalidAnswer' })
  expect(await codeOf({ status: 200, body: '<html>' })).toMatchObject({ code: 'nonJsonAnswer' })
  expect(await codeOf({ status: 413, body: '<html>' })).toMatchObject({ retryable: false })
  // A firewall may answer with any status, and with a body of its owner's.
  expect(await codeOf({ status: 200, headers: waf('challenge') })).toMatchObject({
    code: 'firewallChallenge',
  })
  expect(await codeOf({ status: 200, headers: waf('block'), body: '{}' })).toMatchObject({
    code: 'forbidden',
  })
  for (const body of [{ message: 'Forbidden' }, { Message: 'x' }, { __type: 'X' }, { error: 1 }]) {
    expect(await codeOf({ status: 200, body })).toMatchObject({ code: 'invalidAnswer' })
  }
  // Cognito's answers may grow.
  expect(await codeOf({ status: 200, body: { Session: 's' } })).toHaveProperty('answer')
})

test('a status of VerifySoftwareToken is there and known', async () => {
  const verify = (body: object) =>
    read('VerifySoftwareToken', { AccessToken, UserCode: '1' }, { status: 200, body })
  expect(await verify({})).toMatchObject({ code: 'invalidAnswer' })
  expect(await verify({ Status: 'PERHAPS' })).toMatchObject({ code: 'invalidAnswer' })
  expect(await verify({ Status: 'ERROR' })).toMatchObject({ code: 'codeMismatch', field: 'code' })
  expect(await verify({ Status: 'SUCCESS' })).toEqual({ answer: { session: undefined } })
})
