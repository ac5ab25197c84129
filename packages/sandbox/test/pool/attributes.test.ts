import { decodeJwt } from 'jose'
import { beforeEach, describe, expect, test } from 'vitest'
import type { PoolOptionsPatch } from '../../src/index.ts'
import { type Client, email, errorOf } from '../support/client.ts'
import { freezeTime } from '../support/frozen-time.ts'
import {
  type Attributes,
  expired,
  invalid,
  mismatch,
  ownAttributes,
  toList,
} from '../support/own-attributes.ts'

const newEmail = 'new@example.com'
let client: Client

freezeTime()

const { open, openEmpty, signIn, adminUpdate, own, remove, requestCode, update, verify } =
  ownAttributes()

async function withPool(pool: PoolOptionsPatch, attributes?: Attributes) {
  client = await open(pool, attributes)
}

const schema = (message: string) => invalid(`Attributes did not conform to the schema: ${message}`)
const unauthorized = [
  400,
  'NotAuthorizedException',
  'A client attempted to write unauthorized attribute',
]

beforeEach(() => withPool({}))

describe('UpdateUserAttributes', () => {
  test('writes attributes, and deletes what is left blank', async () => {
    expect((await update({ name: 'Jane', nickname: 'jj' })).body).toEqual({
      CodeDeliveryDetailsList: [],
    })
    expect(await own()).toMatchObject({ name: 'Jane', nickname: 'jj', email_verified: 'true' })
    await update({ name: 'Jane Doe', nickname: '' })
    expect(await own()).toMatchObject({ name: 'Jane Doe' })
    expect(await own()).not.toHaveProperty('nickname')
  })

  test('a changed e-mail is unverified until its code is given back', async () => {
    expect((await update({ email: newEmail })).body).toEqual({
      CodeDeliveryDetailsList: [
        { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'n***@e***' },
      ],
    })
    expect(await own()).toMatchObject({ email: newEmail, email_verified: 'false' })
    const [message] = await client.outbox(newEmail)
    expect(message).toMatchObject({
      kind: 'updateAttribute',
      body: `Your verification code is ${message?.code}`,
    })
    expect((await verify(message?.code ?? '')).body).toEqual({})
    expect(await own()).toMatchObject({ email: newEmail, email_verified: 'true' })
    expect((await client.signInWithPassword(newEmail)).status).toBe(200)
    expect((await client.signInWithPassword(email)).status).toBe(400)
  })

  test('the same e-mail stays verified', async () => {
    expect((await update({ email })).body).toEqual({ CodeDeliveryDetailsList: [] })
    expect(await own()).toMatchObject({ email_verified: 'true' })
  })

  test('sends nothing for a contact that the pool does not verify', async () => {
    expect((await update({ phone_number: '+12065550839' })).body).toEqual({
      CodeDeliveryDetailsList: [],
    })
    expect(await own()).toMatchObject({ phone_number_verified: 'false' })
  })

  test('keeps the old value until the new one is verified, if the pool says so', async () => {
    await client.control('PATCH', '/pool', {
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
    })
    await update({ email: newEmail, name: 'Jane' })
    expect(await own()).toMatchObject({ email, email_verified: 'true', name: 'Jane' })
    expect((await client.signInWithPassword(email)).status).toBe(200)
    const first = await client.lastCode(newEmail)
    expect((await requestCode()).body).toMatchObject({
      CodeDeliveryDetails: { Destination: 'n***@e***' },
    })
    const second = await client.lastCode(newEmail)
    if (first !== second) expect(errorOf(await verify(first))).toEqual(mismatch)
    expect((await verify(second)).status).toBe(200)
    expect(await own()).toMatchObject({ email: newEmail, email_verified: 'true' })
  })

  test('such a value is rejected if another user has it by then', async () => {
    await client.control('PATCH', '/pool', {
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
    })
    await update({ email: newEmail })
    const code = await client.lastCode(newEmail)
    await client.signUp(newEmail)
    expect(errorOf(await verify(code))).toEqual([
      400,
      'AliasExistsException',
      'An account with the given email already exists.',
    ])
  })

  test('only attributes that the pool verifies can wait for their code', async () => {
    const patch = {
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['phone_number'] },
    }
    expect((await client.control('PATCH', '/pool', patch)).status).toBe(400)
  })

  test('rejects the e-mail of another user', async () => {
    await client.signUp(newEmail)
    expect(errorOf(await update({ email: newEmail.toUpperCase() }))).toEqual([
      400,
      'AliasExistsException',
      'An account with the given email already exists.',
    ])
  })

  test.each(['sub', 'email_verified', 'phone_number_verified', 'identities'])(
    'rejects %s',
    async (name) => {
      expect(errorOf(await update({ [name]: 'true' }))).toEqual(unauthorized)
    },
  )

  test('rejects what the client may not write, at sign-up and later', async () => {
    const WriteAttributes = ['name']
    const ClientId = 'sandboxclient0000000000001'
    await client.admin('UpdateUserPoolClient', { ClientId, WriteAttributes })
    expect((await update({ name: 'Jane' })).status).toBe(200)
    expect(errorOf(await update({ nickname: 'jj' }))).toEqual(unauthorized)
    expect(errorOf(await remove('nickname'))).toEqual(unauthorized)
    const UserAttributes = toList({ nickname: 'jj' })
    expect(errorOf(await client.signUp(newEmail, { UserAttributes }))).toEqual(unauthorized)
    expect((await adminUpdate({ nickname: 'jj' })).status).toBe(200)
  })

  test.each<[Record<string, string>, unknown[]]>([
    [
      { 'custom:nope': 'x' },
      invalid('user.custom:nope: Attribute does not exist in the schema.\n'),
    ],
    [{ email: 'jane@' }, invalid('Invalid email address format.')],
    [{ phone_number: '0123' }, invalid('Invalid phone number format.')],
    [{ email: '' }, invalid('user.email: Required attribute cannot be deleted.\n')],
  ])('rejects %j', async (attributes, error) => {
    expect(errorOf(await update(attributes))).toEqual(error)
  })

  test('gives an alias to one user', async () => {
    const pool: PoolOptionsPatch = {
      UsernameAttributes: [],
      AliasAttributes: ['email', 'preferred_username'],
    }
    client = openEmpty(pool)
    const verified = { email, email_verified: 'true', preferred_username: 'boss' }
    const UserAttributes = toList(verified)
    await client.admin('AdminCreateUser', { Username: 'first', UserAttributes })
    await client.signUp('second')
    await client.admin('AdminConfirmSignUp', { Username: 'second' })
    await signIn('second')
    expect(errorOf(await update({ preferred_username: 'boss' }))).toEqual([
      400,
      'AliasExistsException',
      'An account with the given preferred_username already exists.',
    ])
    expect((await update({ email })).status).toBe(200)
    expect(errorOf(await verify(await client.lastCode(email)))).toEqual([
      400,
      'AliasExistsException',
      'An account with the email already exists.',
    ])
    expect(await own()).toMatchObject({ email_verified: 'false' })
    const taken = await adminUpdate({ email_verified: 'true' }, 'second')
    expect(taken.body.__type).toBe('AliasExistsException')
  })
})

describe('the schema', () => {
  const SchemaAttributes: PoolOptionsPatch['SchemaAttributes'] = [
    { Name: 'name', Required: true },
    { Name: 'tenant', Mutable: false },
    { Name: 'size', StringAttributeConstraints: { MinLength: '1', MaxLength: '2' } },
    {
      Name: 'age',
      AttributeDataType: 'Number',
      NumberAttributeConstraints: { MinValue: '18', MaxValue: '99' },
    },
  ]

  beforeEach(() => withPool({ SchemaAttributes }, { name: 'Jane', 'custom:tenant': 'a' }))

  test('an immutable attribute is written only once', async () => {
    expect(await own()).toMatchObject({ 'custom:tenant': 'a' })
    const fixed = invalid('user.custom:tenant: Attribute cannot be updated.\n')
    expect(errorOf(await update({ 'custom:tenant': 'b' }))).toEqual(fixed)
    expect(errorOf(await adminUpdate({ 'custom:tenant': 'b' }))).toEqual(fixed)
    expect(errorOf(await remove('custom:tenant'))).toEqual(fixed)
  })

  test('a required attribute stays', async () => {
    const required = invalid('user.name: Required attribute cannot be deleted.\n')
    expect(errorOf(await remove('name'))).toEqual(required)
    expect(errorOf(await update({ name: '' }))).toEqual(required)
    const request = { Username: email, UserAttributeNames: ['name'] }
    expect(errorOf(await client.admin('AdminDeleteUserAttributes', request))).toEqual(required)
  })

  test('a required attribute must be writable', async () => {
    const { status, body } = await client.control('PATCH', '/pool', { WriteAttributes: ['email'] })
    expect([status, body]).toMatchObject([
      400,
      { message: 'Invalid write attributes specified while updating a client' },
    ])
  })

  test.each<[Record<string, string>, string]>([
    [{ 'custom:size': 'XXL' }, 'custom:size: String must be no longer than 2 characters\n'],
    [{ 'custom:age': '17' }, 'custom:age: Number must be at least 18\n'],
    [{ 'custom:age': '100' }, 'custom:age: Number must be no greater than 99\n'],
    [{ 'custom:age': 'old' }, 'custom:age: Value must be a number\n'],
  ])('rejects %j', async (attributes, message) => {
    expect(errorOf(await update(attributes))).toEqual(schema(message))
  })

  test('accepts values at the limits', async () => {
    expect((await update({ 'custom:size': 'XL', 'custom:age': '18' })).status).toBe(200)
  })
})

describe('DeleteUserAttributes', () => {
  test('deletes attributes, a contact with its flag', async () => {
    await update({ name: 'Jane', phone_number: '+12065550839' })
    expect((await remove('name', 'phone_number')).body).toEqual({})
    expect(Object.keys(await own())).toEqual(['sub', 'email_verified', 'email'])
  })

  test.each<[string, unknown[]]>([
    ['email', invalid('user.email: Required attribute cannot be deleted.\n')],
    ['custom:nope', invalid('user.custom:nope: Attribute does not exist in the schema.\n')],
    ['email_verified', unauthorized],
    ['sub', unauthorized],
  ])('rejects %s', async (name, error) => {
    expect(errorOf(await remove(name))).toEqual(error)
  })
})

describe('AdminUpdateUserAttributes', () => {
  test('changes a contact, verified or with a code', async () => {
    expect((await adminUpdate({ email: newEmail, email_verified: 'true' })).body).toEqual({})
    expect(await own()).toMatchObject({ email: newEmail, email_verified: 'true' })
    expect(await client.outbox(newEmail)).toEqual([])
    await adminUpdate({ email }, newEmail)
    expect(await own()).toMatchObject({ email, email_verified: 'false' })
    expect((await verify(await client.lastCode(email))).status).toBe(200)
  })

  test('applies a value at once, although the pool waits for its code', async () => {
    await client.control('PATCH', '/pool', {
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
    })
    await adminUpdate({ email: newEmail })
    expect(await own()).toMatchObject({ email })
    await adminUpdate({ email: newEmail, email_verified: 'true' })
    expect(await own()).toMatchObject({ email: newEmail, email_verified: 'true' })
  })

  test('rejects a missing attribute, the sub, and an unknown user', async () => {
    expect(errorOf(await adminUpdate({ phone_number_verified: 'true' }))).toEqual(
      invalid('Phone Number is required to verify/un-verify a phone number'),
    )
    expect(errorOf(await adminUpdate({ sub: 'x' }))).toEqual(
      invalid('user.sub: Attribute cannot be updated.\n'),
    )
    expect((await adminUpdate({ name: 'x' }, 'unknown@example.com')).body.__type).toBe(
      'UserNotFoundException',
    )
  })

  test('a sign-up code does not verify an e-mail it was not sent to', async () => {
    await client.signUp('late@example.com')
    const code = await client.lastCode('late@example.com')
    await adminUpdate({ email: newEmail }, 'late@example.com')
    const confirm = { Username: newEmail, ConfirmationCode: code }
    expect(errorOf(await client.send('ConfirmSignUp', confirm))).toEqual(expired)
  })
})

test('AdminDeleteUserAttributes', async () => {
  await update({ name: 'Jane' })
  const request = { Username: email, UserAttributeNames: ['name'] }
  expect((await client.admin('AdminDeleteUserAttributes', request)).body).toEqual({})
  expect(await own()).not.toHaveProperty('name')
})

test('GetUser and the ID token show what the client may read', async () => {
  await update({ name: 'Jane', nickname: 'jj' })
  await client.control('PATCH', '/pool', { ReadAttributes: ['email', 'name'] })
  expect(Object.keys(await own())).toEqual(['sub', 'email', 'name'])
  const { IdToken } = (await client.signInWithPassword(email)).body.AuthenticationResult
  const claims = decodeJwt(IdToken)
  expect(claims).toMatchObject({ email, name: 'Jane' })
  expect(claims).not.toHaveProperty('nickname')
  expect(claims).not.toHaveProperty('email_verified')
})
