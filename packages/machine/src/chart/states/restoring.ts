import type { SignedOutScreen } from '../../ports/index.ts'
import { answerOf } from '../context.ts'
import { challengeScreens } from '../follow.ts'
import type { RestoreResult } from '../outcomes.ts'
import { errorOf, failureOf, outputOf } from '../params.ts'
import { authSetup } from '../setup.ts'

interface Read {
  event: { output: RestoreResult }
}

/** For the guard `isInterruptedAt`. */
export function interruptedAt(route: SignedOutScreen['route']) {
  return ({ event }: Read) => ({ outcome: event.output, route })
}

/** The challenge that a reload interrupted, for the guards that look at challenges. */
const resumedOf = ({ event: { output } }: Read) =>
  output.kind === 'interrupted' && output.screen.route === 'challenge'
    ? output.screen.challenge
    : output

/** The forms that a reload can interrupt without a challenge. */
const interruptedForms = ['signUp', 'confirmSignUp', 'forgotPassword', 'resetPassword'] as const

export const resume = { type: 'resumeScreen', params: outputOf } as const

export const restoring = authSetup.createStateConfig({
  tags: ['pending'],
  // The user found now must not continue what another user has begun.
  entry: ['clearElsewhere', 'clearUnfinished'],
  on: { 'link.opened': { actions: { type: 'setLink', params: ({ event }) => event } } },
  initial: 'reading',
  states: {
    reading: {
      always: [
        { guard: 'hasAnswer', target: 'completing' },
        {
          guard: 'isKnownSignedIn',
          target: '#auth.signedIn',
          actions: ['setInitial', 'emitRestored'],
        },
        { guard: 'isKnownSignedOut', target: '#auth.signIn', actions: 'setInitial' },
      ],
      invoke: {
        id: 'readSession',
        src: 'readSession',
        onDone: [
          {
            guard: { type: 'isSignedIn', params: outputOf },
            target: '#auth.signedIn',
            actions: [
              { type: 'setUser', params: outputOf },
              { type: 'setUnfinished', params: outputOf },
              // A redirect that failed changes nothing for who is signed in.
              'clearFailure',
              'emitRestored',
            ],
          },
          {
            guard: { type: 'isDue', params: outputOf },
            target: 'refreshing',
            actions: [
              { type: 'setUser', params: outputOf },
              { type: 'setUnfinished', params: outputOf },
              'clearFailure',
            ],
          },
          // A link that was opened now goes before what a reload interrupted.
          { guard: 'hasLink', target: '#auth.signIn' },
          ...interruptedForms.map(
            (route) =>
              ({
                guard: { type: 'isInterruptedAt', params: interruptedAt(route) },
                target: `#auth.${route}`,
                actions: resume,
              }) as const,
          ),
          {
            guard: { type: 'isInterruptedAt', params: interruptedAt('totpVerified') },
            target: '#auth.setupTotp.verified',
            actions: resume,
          },
          ...challengeScreens.map(
            ([guard, screen]) =>
              ({
                guard: { type: guard, params: resumedOf },
                // No dialog of the browser without a click.
                target: screen === 'passkey' ? '#auth.passkey.editing' : `#auth.${screen}`,
                actions: resume,
              }) as const,
          ),
          { target: '#auth.signIn', actions: resume },
        ],
        onError: {
          target: '#auth.signIn',
          actions: { type: 'setFailure', params: errorOf },
        },
      },
    },
    completing: {
      exit: 'clearAnswer',
      invoke: {
        id: 'completeRedirect',
        src: 'completeRedirect',
        input: ({ context }) => ({ answer: answerOf(context) }),
        onDone: {
          target: '#auth.signedIn',
          actions: [
            { type: 'setJustSignedIn', params: outputOf },
            { type: 'emitRedirectCompleted', params: outputOf },
            'emitSignedIn',
          ],
        },
        onError: { target: 'reading', actions: { type: 'setFailure', params: errorOf } },
      },
    },
    refreshing: {
      invoke: {
        id: 'refreshSession',
        src: 'refreshSession',
        onDone: {
          target: '#auth.signedIn',
          actions: [{ type: 'setUser', params: outputOf }, 'emitRestored'],
        },
        onError: [
          {
            guard: { type: 'isSessionOver', params: errorOf },
            target: '#auth.signIn',
            actions: [{ type: 'setFailure', params: errorOf }, 'emitSignedOut'],
          },
          {
            target: '#auth.signedIn',
            actions: ['emitRestored', { type: 'emitRefreshFailed', params: failureOf }],
          },
        ],
      },
    },
  },
})
