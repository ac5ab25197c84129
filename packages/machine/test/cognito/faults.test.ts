// Loaded beforehand: the first load is slower than the time-out that some tests give.
import '@aws-sdk/client-cognito-identity'
import { createSandbox } from '@authchart/sandbox'
import { afterAll, afterEach, describe, expect, inject, test } from 'vitest'
import { requestOf } from '../../../testing/test/sandbox-driver/app.ts'
import { arrange } from '../../../testing/test/sandbox-driver/arrange.ts'
import {
  openDriver,
  type SandboxDriver,
  sandboxDriver,
} from '../../../testing/test/sandbox-driver/sandbox-driver.ts'
import { identityPool } from '../../src/cognito/identity-pool/index.ts'
import { nothing, type Operation, operations } from '../../src/cognito/operations.ts'
import { type Auth, routeOf } from '../../src/index.ts'
import { actorOf, authMachine, pathOf } from '../../src/xstate.ts'
import { codesOf, recordFailures, rest } from '../support/failure-recorder.ts'
import {
  connect,
  type Fault,
  type FaultName,
  faults,
  retryAfter,
  startOutage,
  type Target,
} from '../support/faults.ts'
import { control, email, openPage, password, settled, signUp } from '../support/sandbox-auth.ts'
import { type FaultPlace, faultPlaces } from '../support/walks/fault-places.ts'
import { finish } from '../support/walks/finish.ts'
import { type Approach, planThrough, walkThere } from '../support/walks/walk-there.ts'

const sandbox = createSandbox()
const connection = connect(sandbox)
const address = { fetch: connection.fetch, config: sandbox.config, identityPool }
const { cannotTake } = sandboxDriver(address)

afterEach(() => {
  connection.between = undefined
})
afterAll(() => sandbox.close())

declare module 'vitest' {
  interface ProvidedContext {
    /** The faults of each request: all of them, or some, and the next request has the next ones. */
    faultsOfEach: 'some' | 'all'
  }
}

const faultsPerRequest = inject('faultsOfEach') === 'all' ? Object.keys(faults).length : 3

/** Each request of each place. */
const cases = faultPlaces
  .flatMap(([name, place]) =>
    place.requests.map((operation, index) => {
      const nth = place.requests.slice(0, index + 1).filter((other) => other === operation).length
      const target: Target = [operation, nth]
      // The walks of outcomes (`packages/testing/test/drivers`) have the last request of each leaf time out.
      const isTimedOut = place.requests.length === 1 && !place.act && operation in operations
      const names = (Object.keys(faults) as FaultName[]).filter(
        (fault) => !(isTimedOut && faults[fault].code === 'timeout'),
      )
      return { name: `${name}: ${operation} ${nth}`, place, target, names }
    }),
  )
  .map((all, index) => ({ ...all, names: some(all.names, index * faultsPerRequest) }))

/** The faults of one request, from `first` on; after the last comes the first. */
function some(names: readonly FaultName[], first: number): readonly FaultName[] {
  const from = first % names.length
  return [...names.slice(from), ...names.slice(0, from)].slice(0, faultsPerRequest)
}

/** Operations that end the session, as the user wants. */
const endings: Readonly<Partial<Record<Operation, { evenIfFailed: boolean; why: string }>>> = {
  RevokeToken: {
    evenIfFailed: true,
    why: 'a sign-out ends the session here, also if Cognito rejects it',
  },
  GlobalSignOut: { evenIfFailed: false, why: 'Cognito has revoked all tokens of the user' },
  DeleteUser: { evenIfFailed: false, why: 'there is no such user any more' },
}

const isSignedIn = (auth: Auth) => actorOf(auth).getSnapshot().hasTag('authenticated')

/** Uses the session as an app does. */
const use = (auth: Auth) =>
  actorOf(auth).getSnapshot().context.user?.kind === 'federated'
    ? auth.credentials()
    : auth.getSession()

const isOfUse = (auth: Auth) =>
  use(auth).then(
    () => true,
    () => false,
  )

const tokensIn = ({ app }: SandboxDriver) =>
  [...app.stored.keys()].filter((key) => key.endsWith('Token')).sort()

/** Walks to a place, up to its first request. */
async function arrive(driver: SandboxDriver, place: FaultPlace, approach: Approach): Promise<void> {
  await walkThere(driver, approach)
  const { app } = driver
  if (place.act) app.openGate()
  if (place.prepare) await place.prepare(app)
  else if (!place.act) await arrangeSuccess(driver, approach)
}

async function arrangeSuccess({ app }: SandboxDriver, { success }: Approach): Promise<void> {
  const [expected] = success
  const outcome = expected?.step.outcome
  const what = outcome && requestOf(outcome.actor)
  if (!what) throw new Error(`Nothing is requested at ${expected?.step.from.leaf}`)
  const request = await app.waiting(what)
  await arrange({ app, outcome, request, expected })
}

const leavesWithOutage = new Set<string>()

describe.each(cases)('$name', ({ place, target, names }) => {
  const [operation] = target
  const { leaf, via = [] } = place
  const start = leaf === 'restoring.completing' ? 'back from the hosted UI' : 'the page is opened'
  const approach = planThrough([...via, leaf], start, cannotTake)

  test.each(names)('%s', async (name) => {
    const fault: Fault = faults[name]
    const driver = openDriver(address, {
      timeoutMs: fault.code === 'timeout' ? 2_000 : 15_000,
      isOneUser: true,
      authenticationFlowType: place.isSrp ? 'USER_SRP_AUTH' : 'USER_PASSWORD_AUTH',
    })
    await arrive(driver, place, approach)
    const { app } = driver
    const { auth } = app
    const wasSignedIn = isSignedIn(auth)
    const tokens = tokensIn(driver)
    const reported = recordFailures(auth)

    const outage = startOutage(connection, auth, target, fault)
    if (place.act) await place.act(app)
    else app.openGate()
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
      expect(isSignedIn(auth), ending?.why).toBe(!mayEnd)
      expect(tokensIn(driver)).toEqual(mayEnd ? [] : tokens)
    }

    // After the outage the flow can be finished.
    outage.end()
    // A refresh that the task requested may end a little later than the task, and is shared until then.
    if (isSignedIn(auth)) await expect.poll(() => isOfUse(auth)).toBe(true)
    await finishPlace(driver, place, approach, wasSignedIn)
    const isHome = () => isAt(auth, 'signedIn.idle')
    await finish(driver, { leaf: 'signedIn.idle', isDone: isHome })
    await use(auth)
    await driver.end()
  })
})

function isAt(auth: Auth, leaf: string): boolean {
  return pathOf(actorOf(auth).getSnapshot()) === leaf
}

/** Continues until what was requested is done. */
async function finishPlace(
  driver: SandboxDriver,
  { leaf, act, isDone }: FaultPlace,
  { walk, success }: Approach,
  wasSignedIn: boolean,
): Promise<void> {
  const { app } = driver
  const { auth } = app
  if (act) {
    if (!isDone?.(app)) await act(app)
    await rest(app)
    await expect.poll(() => isDone?.(app)).toBe(true)
    return
  }
  const last = success.at(-1)
  const goal = last?.step.to.leaf ?? leaf
  // A session that has ended needs no notice of it.
  const notice = goal === 'signIn.editing' ? undefined : last?.after.context.notice
  const hasSucceeded = () =>
    (isAt(auth, goal) && (!notice || auth.getView().notice === notice)) ||
    (!wasSignedIn && isAt(auth, 'signedIn.idle'))
  const again = walk.steps.findLast(({ kind }) => kind === 'action')?.event.type
  const isRequired = notice !== undefined || wasSignedIn
  await finish(driver, {
    leaf: isRequired ? leaf : 'signedIn.idle',
    isDone: hasSucceeded,
    again,
  })
}

/** Leaves that read the storage, leave the page, open a dialog, or offer a passkey beside the form. */
const silentLeaves = [
  'restoring.reading',
  'signIn.editing',
  'redirecting.signingIn',
  'redirecting.signingOut',
  'passkey.signing',
  'signedIn.passkeys.creating',
  'signedIn.passkeyPrompt.creating',
  'signingOut.ending',
]

test('every leaf with a request to Cognito had an outage', () => {
  const requesting = Object.keys(routeOf).filter(
    (leaf) => authMachine.getStateNodeById(`auth.${leaf}`).invoke.length > 0,
  )
  const without = requesting.filter((leaf) => !leavesWithOutage.has(leaf))
  expect(without).toEqual(silentLeaves)
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
