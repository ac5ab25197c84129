import { createAuth, readEntry } from '@authchart/machine'
import outputs from '../amplify_outputs.json'

/** One for the whole app: it outlives every component. */
export const auth = createAuth({ config: outputs, entry: readEntry() })
