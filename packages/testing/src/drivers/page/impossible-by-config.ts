import type { CognitoConfig } from '@authchart/machine/cognito'
import type { Step } from '../../model/model.ts'
import { needsIdentityPool } from '../needs-identity-pool.ts'

/** Why an app cannot take a step, configured as it is; `undefined` where it can. */
export function impossibleByConfig(
  { hostedUi, identityPoolId, cookieStorage }: CognitoConfig,
  step: Step,
): string | undefined {
  const { from, to, event, outcome, kind } = step
  const isSignedInThere = from.facts.has('hostedUi') || to.facts.has('hostedUi')
  const isRedirect = from.facts.has('redirectAnswer') || to.leaf.startsWith('redirecting')
  if (!hostedUi && (isSignedInThere || isRedirect))
    return 'the app is configured without a hosted UI'
  const isStored = outcome?.actor === 'readSession' && /^a session/.test(outcome.name)
  if (cookieStorage && (isStored || (kind === 'external' && event.type.startsWith('session.')))) {
    return 'the app stores its session in cookies, where no other tab of the walk writes'
  }
  return !identityPoolId && needsIdentityPool(step)
    ? 'the app is configured without an identity pool'
    : undefined
}
