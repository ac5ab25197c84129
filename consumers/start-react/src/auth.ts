import { createAuth } from '@authchart/machine'
import { config } from './auth-config.ts'

export const auth = createAuth({ config })

import.meta.hot?.dispose(() => auth.stop())
