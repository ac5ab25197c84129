import { beforeEach, expect, test } from 'vitest'
import { createSandbox } from '../../src/index.ts'
import { type Client, createClient, errorOf } from '../support/client.ts'

let client: Client

beforeEach(async () => {
  client = createClient(createSandbox({ pool: { UsernameAttributes: [] } }))
  const attributes = { jane: 'Jane', jack: 'Jack', joe: 'Joe "the" Fox' }
  for (const [username, name] of Object.entries(attributes)) {
    await client.signUp(username, { UserAttributes: [{ Name: 'name', Value: name }] })
  }
  await client.admin('AdminConfirmSignUp', { Username: 'jack' })
  await client.admin('AdminDisableUser', { Username: 'joe' })
})

async function list(request: object = {}) {
  const answer = await client.admin('ListUsers', request)
  const { Users = [], PaginationToken } = answer.body as {
    Users?: { Username: string; Attributes: object[] }[]
    PaginationToken?: string
  }
  return { answer, names: Users.map(({ Username }) => Username), Users, PaginationToken }
}

test('lists all users, by page', async () => {
  expect((await list()).names).toEqual(['jane', 'jack', 'joe'])
  const first = await list({ Limit: 2 })
  expect(first.names).toEqual(['jane', 'jack'])
  const { PaginationToken } = first
  const second = await list({ Limit: 2, PaginationToken })
  expect([second.names, second.PaginationToken]).toEqual([['joe'], undefined])
  expect((await list({ PaginationToken: 'nonsense' })).answer.body.message).toBe(
    'Invalid pagination token.',
  )
})

test.each([
  ['', ['jane', 'jack', 'joe']],
  ['username = "jane"', ['jane']],
  ['username ^= "ja"', ['jane', 'jack']],
  ['username = "JANE"', []],
  ['email = ""', []],
  ['name ^= "Ja"', ['jane', 'jack']],
  ['name="Joe \\"the\\" Fox"', ['joe']],
  ['email ^= ""', []],
  ['cognito:user_status = "confirmed"', ['jack']],
  ['status = "Disabled"', ['joe']],
  ['status = "Enabled"', ['jane', 'jack']],
])('filters by %s', async (Filter, names) => {
  expect((await list({ Filter })).names).toEqual(names)
})

test.each(['name', 'custom:x = "y"', 'name > "a"', 'name = Jane', 'a = "b" and c = "d"'])(
  'rejects the filter %s',
  async (Filter) => {
    expect(errorOf((await list({ Filter })).answer)).toEqual([
      400,
      'InvalidParameterException',
      'Error while parsing filter.',
    ])
  },
)

test('shows the requested attributes, which all users must have', async () => {
  const { Users } = await list({ AttributesToGet: ['name'], Filter: 'username = "jane"' })
  expect(Users[0]?.Attributes).toEqual([{ Name: 'name', Value: 'Jane' }])
  expect(errorOf((await list({ AttributesToGet: ['email'] })).answer)).toEqual([
    400,
    'InvalidParameterException',
    'One or more requested attributes do not exist.',
  ])
})
