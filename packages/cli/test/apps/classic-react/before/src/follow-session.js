import { Hub } from 'aws-amplify'

const lines = []

/** What happened to the session, for the page of the support. */
export function sessionLog() {
  return lines
}

export function followSession() {
  return Hub.listen('auth', ({ payload }) => {
    switch (payload.event) {
      case 'signIn':
        lines.push('in')
        break
      case 'signOut':
        lines.push('out')
        break
      case 'tokenRefresh_failure':
        lines.push('lost')
        break
    }
  })
}
