import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { poolNameOf, srpClients } from './clients.ts'
import {
  type Account,
  type Exchange,
  type Form,
  findExchange,
  forms,
  type Quantity,
  width,
} from './edge-numbers.ts'
import { useNativePowers } from './libraries.ts'
import { refereeClient, refereeServer } from './referee.ts'
import { createSrpSandbox } from './srp-sandbox.ts'

const sandbox = createSrpSandbox({ UsernameAttributes: [] })
const { poolId } = sandbox
const account: Account = {
  username: 'jörg@bücher.example',
  password: 'Grüße, Jörg 1 🚀!',
  poolName: poolNameOf(poolId),
}
const { username, password } = account
const clients = { ...srpClients, tssrp6a: refereeClient }

const quantities: readonly Quantity[] = ['salt', 'A', 'B', 'u', 'S']
const allForms: readonly Form[] = [
  'a leading zero byte',
  'an odd number of digits',
  'the top bit set',
]
const cases = quantities.flatMap((quantity) => allForms.map((form) => ({ quantity, form })))
const reached = new Map<string, number>()

let restore: () => void
beforeAll(async () => {
  restore = useNativePowers()
  await sandbox.addUser(username, password)
})
afterAll(() => restore())

const hex = (text: string | undefined) => BigInt(`0x${text}`)

/** The exchange that a second server computes from the real wire. */
async function secondServer(
  { a, b }: Exchange,
  parameters: Readonly<Record<string, string>>,
  sentA: string,
): Promise<Exchange> {
  const [salt, A] = [hex(parameters.SALT), hex(sentA)]
  const answer = await refereeServer({ poolId, userId: username, password, salt, b, A })
  return { salt, a, b, A, ...answer }
}

describe.each(cases)('$quantity with $form', ({ quantity, form }) => {
  let exchange: Exchange
  beforeAll(async () => {
    exchange = findExchange(account, quantity, form)
    await sandbox.setPassword(username, password, exchange.salt)
  }, 60_000)

  test.each(Object.entries(clients))(
    '%s signs in and is rejected',
    async (library, client) => {
      const { answer, parameters, A } = await sandbox.signIn(client, username, password, exchange)
      const seen = await secondServer(exchange, parameters, A)
      expect(seen).toEqual(exchange)
      expect([A, parameters.SRP_B]).toEqual([seen.A.toString(16), seen.B.toString(16)])
      expect(seen[quantity]).toSatisfy((value: bigint) => forms[form](value, width[quantity]))
      expect(answer, library).toHaveProperty('AuthenticationResult.AccessToken')
      const wrong = await sandbox.signIn(client, username, 'Gruße, Jörg 1 🚀!', exchange)
      expect(wrong.answer).toEqual({
        __type: 'NotAuthorizedException',
        message: 'Incorrect username or password.',
      })
      const reachedCase = `${quantity} with ${form}`
      reached.set(reachedCase, (reached.get(reachedCase) ?? 0) + 1)
    },
    30_000,
  )
})

test('every edge was reached by every client', () => {
  const wanted = cases.map(({ quantity, form }) => [`${quantity} with ${form}`, 4] as const)
  expect([...reached]).toEqual(wanted)
})
