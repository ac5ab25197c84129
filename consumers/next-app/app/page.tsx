import { createAuth } from '@authchart/machine'
import { requestCookies } from '@authchart/machine/server'
import { headers } from 'next/headers'
import { config } from './config'
import { Screens } from './screens'

export default async function Page() {
  const storage = requestCookies((await headers()).get('cookie'))
  const auth = createAuth({ config, storage, timeoutMs: 3_000 })
  try {
    return <Screens config={config} initial={await auth.ready()} />
  } finally {
    auth.stop()
  }
}
