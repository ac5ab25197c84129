import { loadConfig } from '@authchart/example-shared/load-config'
import { createAuth } from '@authchart/machine'

export const auth = createAuth({ config: await loadConfig() })
