import { nothing, type Screen } from './screen.ts'

export const redirectingScreen = {
  show: nothing,
  act: (send) => ({
    cancel: () => send({ type: 'redirecting.cancel' }),
  }),
} as const satisfies Screen
