/**
 * The key of Amplify v5, so that each library finds the federated session of the other. All apps of an
 * origin share it, so our entries name their app client.
 */
export const federatedKey = 'aws-amplify-federatedInfo'

/** Used when another app of the origin has its session under the shared key. */
export function ownFederatedKey(clientId: string) {
  return `authchart.${clientId}.federatedInfo`
}
