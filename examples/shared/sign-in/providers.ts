import type { Greeting } from '@authchart/machine'

/** Names that are not the ones people know; those of `federatedSignIn` are lower case. */
const labels: Readonly<Partial<Record<string, string>>> = {
  LoginWithAmazon: 'Amazon',
  SignInWithApple: 'Apple',
  google: 'Google',
  facebook: 'Facebook',
  amazon: 'Amazon',
  developer: 'the server of this app',
}

/** The display name of the provider that signed a user in. */
export function providerName(provider: string): string {
  return labels[provider] ?? provider
}

export function greetingText({ name, provider }: Greeting): string {
  const greeting = `Hello, ${name}.`
  return provider ? `${greeting} Signed in with ${providerName(provider)}.` : greeting
}
