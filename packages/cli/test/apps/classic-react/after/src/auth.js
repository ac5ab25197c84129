import { createAuth, readEntry } from '@authchart/machine'
import { identityPool } from '@authchart/machine/identity-pool'
import awsExports from './aws-exports'

/** One for the whole app: it outlives every component. */
export const auth = createAuth({ config: awsExports, identityPool, entry: readEntry() })
