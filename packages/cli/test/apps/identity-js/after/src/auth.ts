import { createAuth, readEntry } from '@authchart/machine'
import { ids } from './ids'

/** One for the whole app: it outlives every component. */
export const auth = createAuth({
  config: { userPoolId: ids.userPoolId, userPoolClientId: ids.clientId, endpoint: ids.endpoint },
  entry: readEntry(),
})
