import type { Step } from '../model/model.ts'

/** Whether a step signs in with another provider's token, or comes from such a session. */
export function needsIdentityPool({ from, to, event }: Step): boolean {
  return (
    event.type === 'signIn.federate' || from.facts.has('federated') || to.facts.has('federated')
  )
}

/** Why a driver without `identityPool` does not take such a step. */
export const noIdentityPool =
  'the driver has no identity pool: give it "identityPool" of @authchart/machine/identity-pool'
