import type { ScreenEvent } from '../chart/events.ts'
import { Secret } from '../secret.ts'
import { formKey, type OwnScreen, type ResumedAt } from '../view/own-screen.ts'
import { exits } from '../view/screens/screen.ts'
import { scopeOf } from './is-step-needed.ts'
import type { AnyStep } from './step.ts'
import type { StepPosition } from './step-parts.ts'

const resumedAt: Readonly<Record<StepPosition, ResumedAt | undefined>> = {
  beforeSignIn: 'signIn',
  beforeSignUp: 'signUp',
  afterConfirmSignUp: 'confirmed',
  beforeSignedIn: undefined,
}

/** What a step shows and can do. What the user types is as secret as a password: it may be one. */
export function stepScreen(step: AnyStep): OwnScreen {
  const { route, at, actions } = step
  return {
    route,
    step,
    resumedAt: resumedAt[at],
    show: ({ context }) => ({ ...step.show?.(scopeOf(step, context)), [formKey]: step }),
    act(send) {
      const sendOwn = (name: string, payload?: object) =>
        send({ type: `${route}.${name}`, ...payload } as unknown as ScreenEvent)
      const own = Object.keys(actions).map((name) => [
        name,
        (input: unknown) => sendOwn(name, { input: new Secret(input) }),
      ])
      return {
        ...Object.fromEntries(own),
        cancel: () => sendOwn('cancel'),
        ...(at === 'beforeSignedIn' && { signOut: () => send({ type: 'signOut' }) }),
        ...((at === 'beforeSignUp' || at === 'afterConfirmSignUp') && exits(send)),
      }
    },
  }
}
