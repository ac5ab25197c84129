import { inspectAuth } from '@authchart/devtools'
import { createAuth } from '@authchart/machine'
import { config } from './config.ts'

export const auth = createAuth({ config })
if (__DEV__) inspectAuth(auth, { connect: 'ws://127.0.0.1:4900' })
