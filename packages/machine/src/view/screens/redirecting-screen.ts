import { nothing, type Screen } from './screen.ts'

export const redirectingScreen = {
  show: nothing,
  act: (send) => ({
    /** Stays here, as long as the page is not left. */
    cancel: () => send({ type: 'redirecting.cancel' }),
  }),
} as const satisfies Screen
