import type { AuthContext } from '../../chart/context.ts'

/** A provider of the hosted UI, for a button. */
export interface SocialProvider {
  /** For `redirect({ provider })`: `identity_provider` of Cognito. */
  readonly name: string
  /** For people: `Amazon` where Cognito says `LoginWithAmazon`. */
  readonly label: string
}

const labels: ReadonlyMap<string, string> = new Map([
  ['LoginWithAmazon', 'Amazon'],
  ['SignInWithApple', 'Apple'],
  // As `federatedSignIn` names them.
  ['google', 'Google'],
  ['facebook', 'Facebook'],
  ['amazon', 'Amazon'],
])

/** The name of a provider for people. */
export function providerLabel(name: string): string {
  return labels.get(name) ?? name
}

/** What the screens that lead to the hosted UI show of it. */
export function hostedUiOf({ providers }: AuthContext) {
  return {
    hasHostedUi: providers !== undefined,
    providers: socialProviders(providers),
  }
}

export function socialProviders(names: readonly string[] = []): readonly SocialProvider[] {
  return names.map((name) => ({ name, label: providerLabel(name) }))
}
