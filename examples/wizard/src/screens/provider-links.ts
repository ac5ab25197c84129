import type { ViewOf } from '@authchart/machine'

/** A link for each provider of the hosted UI. */
export function providerLinks({ providers, redirect }: ViewOf<'signIn' | 'signUp'>) {
  return providers.map(({ name, label }) => ({
    text: `Go on with ${label}`,
    follow: () => redirect({ provider: name }),
  }))
}
