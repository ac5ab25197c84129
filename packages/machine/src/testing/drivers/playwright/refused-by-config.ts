import type { CognitoConfig } from '../../../cognito/config.ts'
import type { Step } from '../../model/model.ts'

/** Why an app cannot take a step, configured as it is; `undefined` where it can. */
export function refusedByConfig(
  { hostedUi, identityPoolId, cookieStorage }: CognitoConfig,
  { from, to, event, outcome, kind }: Step,
): string | undefined {
  const ids = `${from.id} ${to.id}`
  const isHosted = /hosted UI/.test(ids) || /^(redirecting|restoring\.completing)/.test(to.leaf)
  if (!hostedUi && isHosted) return 'the app is configured without a hosted UI'
  const isStored = outcome?.actor === 'readSession' && /^a session/.test(outcome.name)
  if (cookieStorage && (isStored || (kind === 'news' && event.type.startsWith('session.')))) {
    return 'the app keeps its session in cookies, where nobody else puts one'
  }
  const isFederated = event.type === 'signIn.federate' || ids.includes('federated')
  return !identityPoolId && isFederated
    ? 'the app is configured without an identity pool'
    : undefined
}
