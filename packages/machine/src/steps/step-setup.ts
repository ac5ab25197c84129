import { type ActionFunction, type fromPromise, setup } from 'xstate'
import { actions } from '../chart/actions.ts'
import type { AuthContext, AuthInput } from '../chart/context.ts'
import type { AuthEmitted, AuthEvent } from '../chart/events.ts'
import { guards } from '../chart/guards.ts'
import type { Secret } from '../secret.ts'
import type { StepEvent } from './step-input.ts'

type Event = AuthEvent | StepEvent<`${string}.${string}`>

type Widened<Action> =
  Action extends ActionFunction<
    AuthContext,
    AuthEvent,
    AuthEvent,
    infer Params,
    never,
    never,
    never,
    never,
    infer Emitted
  >
    ? ActionFunction<AuthContext, Event, Event, Params, never, never, never, never, Emitted>
    : never

/** Those without what `createAuth` provides. */
type ActionName = Exclude<
  keyof typeof actions,
  'emptyVault' | 'readLastSignIn' | 'saveLastSignIn' | 'preferPasskey'
>

/**
 * For the `states` of a step with several leaves: `createStateConfig` with the context, the actions and the guards of the
 * chart, and with the events and the actors of steps, `route.action`.
 *
 * @example
 * const profile = defineStep({
 *   route: 'profile',
 *   at: 'beforeSignedIn',
 *   isNeeded: ({ user }) => user.name === undefined,
 *   actions: { next: async () => undefined, save: async ({ name }: { name: string }) => saveName(name) },
 *   states: stepSetup.createStateConfig({
 *     initial: 'greeting',
 *     states: {
 *       greeting: { on: { 'profile.next': 'editing' } },
 *       editing: { on: { 'profile.save': { target: 'saving', actions: 'clearMessages' } } },
 *       saving: {
 *         tags: ['pending'],
 *         on: { 'profile.cancel': 'editing' },
 *         invoke: {
 *           id: 'profile.save',
 *           src: 'profile.save',
 *           input: stepInput,
 *           onDone: 'saved',
 *           onError: { target: 'editing', actions: { type: 'setFailure', params: errorOf } },
 *         },
 *       },
 *       saved: { type: 'final' },
 *     },
 *   }),
 * })
 */
export const stepSetup = setup({
  types: {
    context: {} as AuthContext,
    events: {} as Event,
    emitted: {} as AuthEmitted,
    input: {} as AuthInput,
    tags: {} as 'pending' | 'authenticated',
  },
  actors: {} as Record<string, ReturnType<typeof fromPromise<void, Secret<unknown>>>>,
  actions: actions as { [Name in ActionName]: Widened<(typeof actions)[Name]> },
  guards,
})
