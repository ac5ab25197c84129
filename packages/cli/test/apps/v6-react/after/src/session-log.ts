import { auth } from './auth'
import { useEffect, useState } from 'react'

/** What happened to the session since the page was opened. */
export function useSessionLog(): readonly string[] {
  const [log, setLog] = useState<readonly string[]>([])

  useEffect(() => {
    const stop = auth.on('*', (event) => {
      switch (event.type) {
        case 'signedIn':
          setLog((lines) => [...lines, `${event.user.username} is in`])
          break
        case 'signedOut':
          setLog((lines) => [...lines, 'out'])
          break
        case 'token.refreshed':
          setLog((lines) => [...lines, 'refreshed'])
          break
      }
    }).unsubscribe
    return stop
  }, [])

  return log
}
