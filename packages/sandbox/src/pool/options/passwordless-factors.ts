import type { PoolOptions } from './pool-options.ts'

/** What the pool allows besides the password. */
export function passwordlessFactors({ Policies, UserPoolTier }: PoolOptions) {
  if (UserPoolTier === 'LITE') return []
  return Policies.SignInPolicy.AllowedFirstAuthFactors.filter((factor) => factor !== 'PASSWORD')
}
