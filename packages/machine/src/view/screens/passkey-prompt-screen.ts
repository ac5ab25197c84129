import { nothing, type Screen } from './screen.ts'

export const passkeyPromptScreen = {
  show: nothing,
  act: (send) => ({
    submit: () => send({ type: 'passkeyPrompt.submit' }),
    cancel: () => send({ type: 'passkeyPrompt.cancel' }),
    skip: () => send({ type: 'passkeyPrompt.skip' }),
    never: () => send({ type: 'passkeyPrompt.never' }),
  }),
} as const satisfies Screen
