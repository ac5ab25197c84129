import type { ScreenEvent } from '../events.ts'

/**
 * The leaves of a form for a code: another code can be sent once the last one had time to arrive.
 * `resend` is the event of the form, `resending` the state that sends the code, `guard` where it can be sent.
 */
export function codeEntry<
  Resend extends Extract<ScreenEvent['type'], `${string}.resend`>,
  Resending extends string,
  Guard extends { readonly guard?: 'isFirstFactor' },
>(resend: Resend, resending: Resending, guard?: Guard) {
  return {
    initial: 'cooling',
    states: {
      cooling: {
        always: { guard: 'isCooledDown', target: 'ready' },
        after: { resendCooldown: { target: 'ready' } },
      },
      ready: {
        on: transitionOf(resend, { ...guard, target: resending, actions: 'clearMessages' }),
      },
    },
  } as const
}

/** A computed key would have the type `string`. */
function transitionOf<Type extends string, const Transition>(type: Type, transition: Transition) {
  return { [type]: transition } as { readonly [Key in Type]: Transition }
}
