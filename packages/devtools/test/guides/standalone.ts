import { inspectAuth } from '@authchart/devtools'
import type { Auth } from '@authchart/machine'

export function inspect(auth: Auth) {
  return inspectAuth(auth, { connect: 'ws://127.0.0.1:4900' })
}
