import type { ChoiceSignIn } from './sign-in.ts'

/** Every first challenge of USER_AUTH names the other ways. */
export function withChoices({ choice }: ChoiceSignIn, issued: object) {
  return { ...issued, AvailableChallenges: choice.available }
}
