import {
  type AnyStep,
  type Auth,
  type AuthEntry,
  type AuthRoute,
  type AuthView,
  type AwsCredentials,
  type FailureCode,
  type OwnView,
  Secret,
  type StepError,
  type ViewOfStep,
} from '@authchart/machine'
import {
  type AuthActor,
  type AuthSnapshot,
  type authMachine,
  connect,
} from '@authchart/machine/xstate'
import { waitFor } from 'xstate'
import { type Answers, answerBy } from './answers.ts'
import { type Call, CallRecorder } from './calls.ts'
import { pendingCourse, pendingLeaves } from './pending-places.ts'
import type { PlaceAt } from './place-facts.ts'
import { type FailedRequest, type Message, startWithMessage } from './place-with-message.ts'
import { type AnyFacts, restingCourse } from './resting-places.ts'
import { type Answer, startChart } from './scripted-chart.ts'
import type { StepPlaceAt, WithSteps } from './step-facts.ts'
import { chartAt, stepCourse } from './step-places.ts'

/** An auth without a backend. */
export interface AuthAt<Added extends OwnView = never> extends Auth<Added> {
  /** What the UI has called, in order. */
  readonly calls: readonly Call[]
}

/** The screens that only wait. */
const isAlwaysPending: ReadonlySet<AuthRoute> = new Set(['restoring', 'redirecting', 'signingOut'])

/** How bindings and tools find the actor: see `actorOf`. */
const actorKey = Symbol.for('@authchart/machine:actor')

/** How a new form knows to which of its parts a failure belongs. */
const failedRequestKey = Symbol.for('@authchart/machine:failed-request')

type AnyPlace = AnyFacts &
  Pick<Message, 'notice'> & {
    readonly failure?: FailureCode | StepError | undefined
    readonly isPending?: boolean | undefined
    readonly pending?: string | undefined
    readonly answers?: Answers | undefined
    readonly steps?: readonly AnyStep[] | undefined
  }

/**
 * An auth on a screen, without a backend: the shipped chart, brought there at once. For stories, component tests and
 * screenshots. It sends no request and stores nothing; what the UI calls is in `calls`. A request that the UI causes
 * stays in flight, unless `answers` has its answer.
 *
 * In a chart with steps of the app's own, `steps` has those that `createAuth` gets. Then `route` may be one of them.
 *
 * @param place the facts of the screen, by the names of its view; what is left out is an example.
 * @throws TypeError for a message or an answer that the chart does not have there.
 *
 * @example
 * const auth = authAt('confirmSignIn', { mfaType: 'SMS', failure: 'codeMismatch' })
 * render(<AuthProvider auth={auth}><App /></AuthProvider>)
 * await userEvent.click(screen.getByRole('button', { name: 'Confirm' }))
 * expect(auth.calls).toEqual([{ name: 'submit', input: { code: '123456' } }])
 *
 * @example
 * const auth = authAt('acceptTerms', { steps: [acceptTerms], answers: { 'acceptTerms.accept': 'done' } })
 */
export function authAt<
  const Steps extends readonly AnyStep[],
  Route extends AuthRoute | Steps[number]['route'],
>(
  route: Route,
  place: WithSteps<Steps> &
    (Route extends AuthRoute
      ? PlaceAt<Route>
      : StepPlaceAt<Extract<Steps[number], { readonly route: Route }>>),
): AuthAt<ViewOfStep<Steps[number]>>
export function authAt<Route extends AuthRoute>(route: Route, place?: PlaceAt<Route>): AuthAt
export function authAt(name: string, place: object = {}): AuthAt<OwnView> {
  const { steps = [], answers = {}, ...rest } = place as AnyPlace
  const step = steps.find(({ route }) => route === name)
  let isThere = false
  const machine = steps.length > 0 ? chartAt(steps, name, () => isThere) : undefined
  const answer = answerBy(
    answers,
    steps.flatMap(({ route, actions }) => Object.keys(actions).map((name) => `${route}.${name}`)),
  )
  const { actor, request } = step
    ? startAtStep(step, rest, answer, machine)
    : startAt(name as AuthRoute, rest, answer, machine)
  isThere = true
  return handleOf(actor, answers, request)
}

type Chart = typeof authMachine

function startAt(
  route: AuthRoute,
  {
    isPending = isAlwaysPending.has(route),
    pending,
    failure,
    notice,
    ...facts
  }: Omit<AnyPlace, 'answers' | 'steps'>,
  answer: Answer,
  machine: Chart | undefined,
) {
  if (failure || notice) {
    const message = { failure: failure as FailureCode | undefined, notice }
    return startWithMessage(route, facts, message, answer, machine)
  }
  const [usual = ''] = pendingLeaves(route, facts)
  const course =
    isPending || pending
      ? pendingCourse(route, pending ?? usual, facts)
      : restingCourse(route, facts)
  return { ...startChart(course, answer, machine), request: undefined }
}

function startAtStep(
  step: AnyStep,
  { isPending = false, pending, failure, ...facts }: Omit<AnyPlace, 'answers' | 'steps'>,
  answer: Answer,
  machine: Chart | undefined,
) {
  const course = stepCourse(step, facts, { isPending, pending, failure })
  return { ...startChart(course, answer, machine), request: undefined }
}

/** The handle of a chart, with what `createAuth` adds to it. */
function handleOf(
  actor: AuthActor,
  { getSession, fetch }: Answers,
  request: FailedRequest | undefined,
): AuthAt {
  const recorder = new CallRecorder()
  const send = actor.send.bind(actor)
  const viewOf = (snapshot: AuthSnapshot): AuthView => recorder.viewOf(connect(snapshot, send))
  const serverSnapshot = actor.getSnapshot()

  /** A function that gives something: without an answer it never does. */
  const giving =
    <Input extends readonly unknown[], Given>(
      name: string,
      answer?: (...input: Input) => Given | Promise<Given>,
    ) =>
    async (...input: Input): Promise<Given> => {
      recorder.record(name, input)
      return answer ? answer(...input) : new Promise<never>(() => undefined)
    }

  const auth: Auth = {
    getView: () => viewOf(actor.getSnapshot()),
    getServerView: () => viewOf(serverSnapshot),
    subscribe: (listener) => actor.subscribe((snapshot) => listener(viewOf(snapshot))),
    on: (type, listener) => actor.on(type, listener as never),
    enter(entry) {
      recorder.record('enter', [entry])
      const { route, username, code }: { code?: string | Secret | undefined } & AuthEntry = entry
      send({
        type: 'link.opened',
        route,
        username,
        code: code === undefined ? undefined : secretOf(code),
      })
    },
    getSession: giving('getSession', getSession),
    fetch: giving('fetch', fetch),
    // As the AWS SDK marks a provider that caches.
    credentials: Object.assign(giving<readonly unknown[], AwsCredentials>('credentials'), {
      memoized: true as const,
    }),
    federatedSignIn: giving('federatedSignIn'),
    async ready() {
      const { context } = await waitFor(actor, (snapshot) => !snapshot.matches('restoring'))
      return { user: context.user }
    },
    stop: () => void actor.stop(),
  }
  return Object.assign(auth, {
    calls: recorder.calls,
    [actorKey]: () => actor,
    [failedRequestKey]: request,
  })
}

const secretOf = (code: string | Secret): Secret =>
  typeof code === 'string' ? new Secret<string>(code) : code
