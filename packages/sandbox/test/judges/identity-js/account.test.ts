import type { CognitoUser, CognitoUserAttribute, UserData } from 'amazon-cognito-identity-js'
import { beforeEach, expect, test } from 'vitest'
import { otherThan } from '../support/authenticator-app.ts'
import { createIdentityJs, sessionOf, settled, stepOf } from '../support/identity-js.ts'
import { password, useJudgedSandbox } from '../support/judged-sandbox.ts'
import { administrator, phone } from '../support/users.ts'

const judged = useJudgedSandbox({ pool: { AutoVerifiedAttributes: ['email', 'phone_number'] } })

let email: string
let browser: ReturnType<typeof createIdentityJs>
let user: CognitoUser

function begin() {
  user = browser.userOf(email)
  user.setAuthenticationFlowType('USER_PASSWORD_AUTH')
  return browser.begin(user, email, password)
}

beforeEach(async () => {
  email = await administrator(judged).confirmed({ given_name: 'Jane' })
  browser = createIdentityJs(judged.config)
  sessionOf(await begin())
})

async function attributes(): Promise<Record<string, string>> {
  const list = await settled<CognitoUserAttribute[]>((done) => user.getUserAttributes(done))
  return Object.fromEntries(list.map(({ Name, Value }) => [Name, Value]))
}

/** What `updateAttributes` gives as its third argument. */
const update = (changes: Record<string, string>) =>
  new Promise<unknown>((resolve, reject) => {
    const list = Object.entries(changes).map(([Name, Value]) => ({ Name, Value }))
    user.updateAttributes(list, (error, _, details) => (error ? reject(error) : resolve(details)))
  })

const verify = (name: string, code: string) =>
  stepOf((callbacks) => user.verifyAttribute(name, code, callbacks))

test('attributes are changed and deleted', async () => {
  expect(await update({ given_name: 'Jäne', family_name: 'Doe' })).toEqual({
    CodeDeliveryDetailsList: [],
  })
  expect(await attributes()).toMatchObject({ given_name: 'Jäne', family_name: 'Doe', email })
  expect(await settled<string>((done) => user.deleteAttributes(['family_name'], done))).toBe(
    'SUCCESS',
  )
  expect(await attributes()).not.toHaveProperty('family_name')
})

test('user data is read anew after a change', async () => {
  const read = () => settled<UserData>((done) => user.getUserData(done))
  await read()
  await update({ given_name: 'Jäne' })
  expect((await read()).UserAttributes).toContainEqual({ Name: 'given_name', Value: 'Jäne' })
})

test('a new phone number is verified with the code sent to it', async () => {
  const { phone_number } = phone
  expect(await update({ phone_number })).toEqual({
    CodeDeliveryDetailsList: [
      { AttributeName: 'phone_number', DeliveryMedium: 'SMS', Destination: '+*********5678' },
    ],
  })
  expect(await attributes()).toMatchObject({ phone_number, phone_number_verified: 'false' })
  const code = await judged.codeFor(phone_number)
  await expect(verify('phone_number', otherThan(code))).rejects.toMatchObject({
    code: 'CodeMismatchException',
    message: 'Invalid verification code provided, please try again.',
  })
  expect(await verify('phone_number', code)).toEqual(['onSuccess', 'SUCCESS'])
  expect(await attributes()).toMatchObject({ phone_number_verified: 'true' })
  await expect(verify('phone_number', code)).rejects.toMatchObject({
    code: 'ExpiredCodeException',
  })
})

test('another code for an attribute is requested', async () => {
  const next = `new.${email}`
  await update({ email: next })
  expect(
    await stepOf((callbacks) => user.getAttributeVerificationCode('email', callbacks)),
  ).toEqual([
    'inputVerificationCode',
    {
      CodeDeliveryDetails: {
        AttributeName: 'email',
        DeliveryMedium: 'EMAIL',
        Destination: 'n***@e***',
      },
    },
  ])
  await verify('email', await judged.codeFor(next))
  expect(await attributes()).toMatchObject({ email: next, email_verified: 'true' })
})

test('attributes that may not be written are rejected', async () => {
  await expect(update({ email_verified: 'true' })).rejects.toMatchObject({
    code: 'NotAuthorizedException',
  })
  await expect(update({ 'custom:unknown': 'x' })).rejects.toMatchObject({
    code: 'InvalidParameterException',
  })
  const taken = await administrator(judged).confirmed()
  await expect(update({ email: taken })).rejects.toMatchObject({ code: 'AliasExistsException' })
})

test('a user deletes the account', async () => {
  expect(await settled<string>((done) => user.deleteUser(done))).toBe('SUCCESS')
  expect(browser.pool.getCurrentUser()).toBeNull()
  await expect(begin()).rejects.toMatchObject({
    code: 'NotAuthorizedException',
    message: 'Incorrect username or password.',
  })
})
