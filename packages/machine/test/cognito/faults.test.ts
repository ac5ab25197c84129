import { describe, expect, test } from 'vitest'
import { nothing, type Operation, operations } from '../../src/cognito/operations.ts'
import { routeOf } from '../../src/index.ts'
import { actorOf, authMachine } from '../../src/xstate.ts'
import { codesOf, recordFailures, rest } from '../support/failure-recorder.ts'
import {
  type Fault,
  type FaultName,
  faults,
  retryAfter,
  startOutage,
  type Target,
} from '../support/faults.ts'
import { control, email, openPage, password, settled, signUp } from '../support/sandbox-auth.ts'
import type { App } from '../support/scenarios/app.ts'
import { multiRequestScenarios } from '../support/scenarios/multi-request-scenarios.ts'
import { operationScenarios, type Scenario } from '../support/scenarios/operation-scenarios.ts'

interface Case {
  readonly name: string
  readonly scenario: Scenario
  readonly target: Target
}

/** Each operation, and each request of the scenarios with several requests. */
const cases: readonly Case[] = [
  ...(Object.keys(operationScenarios) as Operation[]).map(
    (operation): Case => ({
      name: operation,
      scenario: operationScenarios[operation],
      target: [operation, 1],
    }),
  ),
  ...Object.entries(multiRequestScenarios).flatMap(([title, scenario]) =>
    scenario.requests.map((operation, index): Case => {
      const nth = scenario.requests
        .slice(0, index + 1)
        .filter((other) => other === operation).length
      return { name: `${title}: ${operation} ${nth}`, scenario, target: [operation, nth] }
    }),
  ),
]

/** Faults that are in the catalogue of outcomes, for every operation that an actor of the chart requests. */
const catalogued: readonly FaultName[] = [
  'latency past the time-out',
  'a dropped connection',
  'a 500',
  'a 503 with HTML',
  'offline',
]
/** These two have no actor of the chart. */
const readAside: readonly string[] = ['GetUser', 'ListDevices']

/** The walks of outcomes (`packages/testing/test/drivers`) cover the catalogue. */
const faultsOf = ({ name: operation }: Case) =>
  (Object.keys(faults) as FaultName[]).filter(
    (fault) =>
      !(operation in operationScenarios) ||
      readAside.includes(operation) ||
      !catalogued.includes(fault),
  )

/** Operations that end the session, as the user wants. */
const endings: Readonly<Partial<Record<Operation, { evenIfFailed: boolean; why: string }>>> = {
  RevokeToken: {
    evenIfFailed: true,
    why: 'a sign-out ends the session here, also if Cognito rejects it',
  },
  GlobalSignOut: { evenIfFailed: false, why: 'Cognito has revoked all tokens of the user' },
  DeleteUser: { evenIfFailed: false, why: 'there is no such user any more' },
}

const isSignedIn = ({ auth }: App) => actorOf(auth).getSnapshot().hasTag('authenticated')

/** Uses the session as an app does. */
const use = ({ auth }: App) =>
  actorOf(auth).getSnapshot().context.user?.kind === 'federated'
    ? auth.credentials()
    : auth.getSession()

const isOfUse = (app: App) =>
  use(app).then(
    () => true,
    () => false,
  )

const storedTokens = ({ page }: App) =>
  [...page.stored.keys()].filter((key) => key.endsWith('Token')).sort()

/** The most steps of a scenario. */
const patience = 6

const leavesWithOutage = new Set<string>()

describe.each(cases)('$name', (oneCase) => {
  const { scenario, target } = oneCase
  const [operation] = target
  test.each(faultsOf(oneCase))('%s', async (name) => {
    const fault: Fault = faults[name]
    const app = await scenario.start(fault.code === 'timeout' ? { timeoutMs: 450 } : {})
    const wasSignedIn = isSignedIn(app)
    const tokens = storedTokens(app)
    const reported = recordFailures(app)

    const outage = startOutage(app, target, fault)
    await scenario.act(app)
    await rest(app)
    expect(outage.leaf).toBeDefined()
    leavesWithOutage.add(String(outage.leaf))

    // Exactly one failure is reported. Some operations succeed with an empty body.
    const isSilent = operation in operations && operations[operation as Operation] === nothing
    const isSuccess = fault.code === 'emptyAnswer' && isSilent
    await expect.poll(() => codesOf(reported)).toEqual(isSuccess ? [] : [fault.code])
    if (fault.code === 'throttled') {
      const [failure] = reported
      expect(failure?.retryAt).toBeGreaterThan(Date.now() + (retryAfter - 60) * 1_000)
    }
    const ending = endings[operation as Operation]
    const mayEnd = ending && (ending.evenIfFailed || isSuccess)
    if (wasSignedIn) {
      expect(isSignedIn(app), ending?.why).toBe(!mayEnd)
      expect(storedTokens(app)).toEqual(mayEnd ? [] : tokens)
    }

    // After the outage the flow can be finished.
    outage.end()
    // A refresh that the task requested may end a little later than the task, and is shared until then.
    if (isSignedIn(app)) await expect.poll(() => isOfUse(app)).toBe(true)
    for (let step = 0; step < patience && !(await scenario.isDone(app)); step += 1) {
      await (scenario.next ?? scenario.act)(app)
      await rest(app)
    }
    await expect.poll(() => scenario.isDone(app)).toBe(true)
    if (isSignedIn(app)) await use(app)
  })
})

/** Leaves that read the storage, or leave the page. */
const silentLeaves = [
  'restoring.reading',
  'redirecting.signingIn',
  'redirecting.signingOut',
  'signingOut.ending',
]

test('every leaf with a request to Cognito had an outage', () => {
  const requesting = Object.keys(routeOf).filter(
    (leaf) => authMachine.getStateNodeById(`auth.${leaf}`).invoke.length > 0,
  )
  expect(requesting.filter((leaf) => !leavesWithOutage.has(leaf))).toEqual(silentLeaves)
})

/** Incorrect answers of servers, and the failure that each has to become. */
const answers = [
  ['a 429 without a time', { status: 429, body: '{}' }, 'throttled'],
  ['throttling', { type: 'TooManyRequestsException' }, 'throttled'],
  ['a success with null', { status: 200, body: 'null' }, 'invalidAnswer'],
  ['a success that says nothing', { status: 200, body: '{}' }, 'invalidAnswer'],
  ['an error without a name', { status: 400, body: '{"message":"?"}' }, 'unnamedError'],
  [
    'a trigger that rejects',
    { type: 'UserLambdaValidationException', message: 'No' },
    'refusedByTrigger',
  ],
  ['an unknown exception', { type: 'BrandNewException', message: '!' }, 'unknown'],
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
