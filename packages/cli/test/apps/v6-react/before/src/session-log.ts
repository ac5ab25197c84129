import { Hub } from 'aws-amplify/utils'
import { useEffect, useState } from 'react'

/** What happened to the session since the page was opened. */
export function useSessionLog(): readonly string[] {
  const [log, setLog] = useState<readonly string[]>([])

  useEffect(() => {
    const stop = Hub.listen('auth', ({ payload }) => {
      switch (payload.event) {
        case 'signedIn':
          setLog((lines) => [...lines, `${payload.data.username} is in`])
          break
        case 'signedOut':
          setLog((lines) => [...lines, 'out'])
          break
        case 'tokenRefresh':
          setLog((lines) => [...lines, 'refreshed'])
          break
      }
    })
    return stop
  }, [])

  return log
}
