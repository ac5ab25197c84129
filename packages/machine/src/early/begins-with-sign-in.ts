import { isInPage } from '../adapters/browser/is-in-page.ts'
import { pageNavigator } from '../adapters/browser/page-navigator.ts'
import type { CognitoConfig } from '../cognito/config/config.ts'
import { hasAnswer } from '../cognito/hosted-ui/redirect-address.ts'
import { federatedKey, ownFederatedKey } from '../cognito/stores/federated-keys.ts'
import type { ChartOption, StepsOption } from '../steps/chart-options.ts'
import type { EarlyOptions } from './early-options.ts'

/**
 * Whether the chart will leave `restoring` for the sign-in form. `false` also where only the chart knows: nothing is
 * lost then but time.
 */
export function beginsWithSignIn(
  { hostedUi, userPoolClientId: id }: CognitoConfig,
  options: EarlyOptions & Partial<StepsOption & ChartOption>,
): boolean {
  const { storage, entry, steps, chart, navigator = pageNavigator } = options
  if (pageNavigator.address() === undefined || storage || entry || steps || chart) return false
  const address = navigator.address()
  if (hostedUi && address && hasAnswer(address, hostedUi.redirectSignIn)) return false
  return !isInPage([
    `CognitoIdentityServiceProvider.${id}.LastAuthUser`,
    federatedKey,
    ownFederatedKey(id),
    `authchart.${id}.pending`,
  ])
}
