import { describe, expect, test } from 'vitest'
import { nothing, type Operation, operations } from '../../src/cognito/operations.ts'
import { routeOf } from '../../src/index.ts'
import { actorOf, authMachine } from '../../src/xstate.ts'
import { codesOf, recordFailures, rest } from '../support/failure-recorder.ts'
import {
  breakDown,
  type Fault,
  type FaultName,
  faults,
  retryAfter,
  type Target,
} from '../support/faults.ts'
import { longerWays } from '../support/longer-ways.ts'
import { type Place, type Way, ways } from '../support/operation-ways.ts'
import { control, email, openPage, password, settled, signUp } from '../support/sandbox-auth.ts'

interface Case {
  readonly name: string
  readonly way: Way
  readonly target: Target
}

/** Every operation, and every request of the ways that ask for more than one. */
const cases: readonly Case[] = [
  ...(Object.keys(ways) as Operation[]).map(
    (operation): Case => ({ name: operation, way: ways[operation], target: [operation, 1] }),
  ),
  ...Object.entries(longerWays).flatMap(([title, way]) =>
    way.asks.map((operation, index): Case => {
      const nth = way.asks.slice(0, index + 1).filter((asked) => asked === operation).length
      return { name: `${title}: ${operation} ${nth}`, way, target: [operation, nth] }
    }),
  ),
]

/** What ends the session, because the user wanted it to. */
const endings: Readonly<Partial<Record<Operation, { evenIfFailed: boolean; why: string }>>> = {
  RevokeToken: { evenIfFailed: true, why: 'who signs out is out here, whatever Cognito says' },
  GlobalSignOut: { evenIfFailed: false, why: 'Cognito has revoked all tokens of the user' },
  DeleteUser: { evenIfFailed: false, why: 'there is no such user any more' },
}

const isSignedIn = ({ auth }: Place) => actorOf(auth).getSnapshot().hasTag('authenticated')

/** What the session is for. */
const use = ({ auth }: Place) =>
  actorOf(auth).getSnapshot().context.user?.kind === 'federated'
    ? auth.credentials()
    : auth.getSession()

const isOfUse = (place: Place) =>
  use(place).then(
    () => true,
    () => false,
  )

const storedTokens = ({ page }: Place) =>
  [...page.stored.keys()].filter((key) => key.endsWith('Token')).sort()

/** No way takes more steps than that. */
const patience = 6

const met = new Set<string>()

describe.each(cases)('$name', ({ way, target }) => {
  const [operation] = target
  test.each(Object.keys(faults) as FaultName[])('%s', async (name) => {
    const fault: Fault = faults[name]
    const place = await way.start(fault.code === 'timeout' ? { timeoutMs: 450 } : {})
    const wasSignedIn = isSignedIn(place)
    const tokens = storedTokens(place)
    const told = recordFailures(place)

    const outage = breakDown(place, target, fault)
    await way.act(place)
    await rest(place)
    expect(outage.leaf).toBeDefined()
    met.add(String(outage.leaf))

    // Told by its code, and by nothing else. Some operations succeed without a word.
    const isSilent = operation in operations && operations[operation as Operation] === nothing
    const isSuccess = fault.code === 'emptyAnswer' && isSilent
    await expect.poll(() => codesOf(told)).toEqual(isSuccess ? [] : [fault.code])
    if (fault.code === 'throttled') {
      const [failure] = told
      expect(failure?.retryAt).toBeGreaterThan(Date.now() + (retryAfter - 60) * 1_000)
    }
    const ending = endings[operation as Operation]
    const mayEnd = ending && (ending.evenIfFailed || isSuccess)
    if (wasSignedIn) {
      expect(isSignedIn(place), ending?.why).toBe(!mayEnd)
      expect(storedTokens(place)).toEqual(mayEnd ? [] : tokens)
    }

    // Over: what was begun can be finished.
    outage.end()
    // A refresh that the task has asked for may end a little later than the task, and is shared until then.
    if (isSignedIn(place)) await expect.poll(() => isOfUse(place)).toBe(true)
    for (let step = 0; step < patience && !(await way.isDone(place)); step += 1) {
      await (way.goOn ?? way.act)(place)
      await rest(place)
    }
    await expect.poll(() => way.isDone(place)).toBe(true)
    if (isSignedIn(place)) await use(place)
  })
})

/** They ask the storage, or leave the page. */
const silentLeaves = [
  'restoring.reading',
  'redirecting.signingIn',
  'redirecting.signingOut',
  'signingOut.ending',
]

test('every leaf that asks Cognito for something has met them', () => {
  const asking = Object.keys(routeOf).filter(
    (leaf) => authMachine.getStateNodeById(`auth.${leaf}`).invoke.length > 0,
  )
  expect(asking.filter((leaf) => !met.has(leaf))).toEqual(silentLeaves)
})

/** What imperfect servers answer, and the failure that it has to become. */
const answers = [
  ['a 429 without a time', { status: 429, body: '{}' }, 'throttled'],
  ['throttling', { type: 'TooManyRequestsException' }, 'throttled'],
  ['a success with null', { status: 200, body: 'null' }, 'invalidAnswer'],
  ['a success that says nothing', { status: 200, body: '{}' }, 'invalidAnswer'],
  ['an error without a name', { status: 400, body: '{"message":"?"}' }, 'unnamedError'],
  [
    'a trigger that refuses',
    { type: 'UserLambdaValidationException', message: 'No' },
    'refusedByTrigger',
  ],
  ['an exception nobody knows', { type: 'BrandNewException', message: '!' }, 'unknown'],
  [
    'tokens that do not decode',
    {
      status: 200,
      body: '{"AuthenticationResult":{"IdToken":"x","AccessToken":"x","RefreshToken":"x"}}',
    },
    'invalidAnswer',
  ],
] as const

test.each(answers)('sign-in survives %s and passes when tried again', async (_, answer, code) => {
  const page = openPage()
  const auth = page.load()
  const confirm = await signUp(auth)
  confirm.goSignIn()
  await control(page, '/faults', { operation: 'InitiateAuth', times: 1, ...answer })
  ;(await settled(auth, 'signIn')).submit({ username: email, password })
  const view = await settled(auth, 'signIn')
  expect(view.failure?.code).toBe(code)
  expect(view.failure?.message).not.toBe('')
  view.submit({ username: email, password })
  await settled(auth, 'confirmSignUp')
})
