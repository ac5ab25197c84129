import { expect, test } from 'vitest'
import { user } from '../../../testing/src/catalogue/person.ts'
import { scriptedConfig as config } from '../../../testing/src/index.ts'
import { tokensOf } from '../../../testing/src/scripted-cognito/tokens.ts'
import { memoryStorage } from '../../src/adapters/memory/memory-storage.ts'
import { cognitoPorts } from '../../src/cognito/index.ts'
import { Secret } from '../../src/secret.ts'

type Page = { Devices?: unknown; PaginationToken?: unknown }

const { IdToken, AccessToken } = tokensOf(user, { pool: config, now: 0, serial: 1, nonce: '' })
const tokens = new Secret({ idToken: IdToken, accessToken: AccessToken, refreshToken: 'r' })
const device = (key: string) => ({ DeviceKey: key, DeviceAttributes: [] })

function pool(answer: (nth: number) => Page) {
  let requests = 0
  const { userPool } = cognitoPorts({
    config,
    storage: memoryStorage(),
    // Responds at once, and ignores the signal.
    fetch: async () => {
      requests += 1
      return Response.json(answer(requests))
    },
  })
  return { list: userPool.listDevices, requests: () => requests }
}

const open = () => ({ signal: new AbortController().signal })

test('all pages are read', async () => {
  const { list } = pool((nth) => ({
    Devices: [device(`d${nth}`)],
    ...(nth < 3 && { PaginationToken: `p${nth}` }),
  }))
  expect((await list(tokens, open())).map(({ key }) => key)).toEqual(['d1', 'd2', 'd3'])
})

test.each<[string, (nth: number) => Page, number]>([
  ['the same token each time', () => ({ Devices: [device('d')], PaginationToken: 'p' }), 2],
  ['two tokens in turn', (nth) => ({ Devices: [device('d')], PaginationToken: `${nth % 2}` }), 3],
  [
    'a new token each time',
    (nth) => ({ Devices: [device(`d${nth}`)], PaginationToken: `${nth}` }),
    50,
  ],
  ['empty pages', (nth) => ({ Devices: [], PaginationToken: `${nth}` }), 1],
  ['pages without a list', (nth) => ({ PaginationToken: `${nth}` }), 1],
])('reading ends at %s', async (_, answer, most) => {
  const { list, requests } = pool(answer)
  await list(tokens, open())
  expect(requests()).toBe(most)
})

test('reading ends when it is given up', async () => {
  const controller = new AbortController()
  const { list, requests } = pool((nth) => {
    if (nth === 3) controller.abort()
    return { Devices: [device('d')], PaginationToken: `${nth}` }
  })
  await expect(list(tokens, { signal: controller.signal })).rejects.toThrow()
  expect(requests()).toBe(3)
})

test('a storage that names another user each time is read three times at most', async () => {
  let reads = 0
  const { tokenStore } = cognitoPorts({
    config,
    storage: {
      ...memoryStorage(),
      getItem: (key) => (key.endsWith('LastAuthUser') ? `user ${reads++}` : null),
    },
  })
  expect(await tokenStore.load()).toBeUndefined()
  expect(reads).toBeLessThan(10)
})
