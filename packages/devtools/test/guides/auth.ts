import { createAuth } from '@authchart/machine'
import { config } from './config.ts'

const devtools = import.meta.env.DEV ? await import('@authchart/devtools') : undefined

export const auth = createAuth({ config })
export const inspector = devtools?.inspectAuth(auth, { clientId: config.userPoolClientId })
inspector?.mount()
