import { auth } from './auth'

const lines = []

/** What happened to the session, for the page of the support. */
export function sessionLog() {
  return lines
}

export function followSession() {
  return auth.on('*', (event) => {
    switch (event.type) {
      case 'signedIn':
        lines.push('in')
        break
      case 'signedOut':
        lines.push('out')
        break
      case 'token.refreshFailed':
        lines.push('lost')
        break
    }
  }).unsubscribe
}
