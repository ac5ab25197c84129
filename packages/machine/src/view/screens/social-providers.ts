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
])

/** What the screens that lead to the hosted UI show of it. */
export function hostedUiOf({ providers }: AuthContext) {
  return {
    hasHostedUi: providers !== undefined,
    providers: socialProviders(providers),
  }
}

export function socialProviders(names: readonly string[] = []): readonly SocialProvider[] {
  return names.map((name) => ({ name, label: labels.get(name) ?? name }))
}
