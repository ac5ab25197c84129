import { createAuth } from '@authchart/machine'
import { requestCookies } from '@authchart/machine/server'
import { type NextRequest, NextResponse } from 'next/server'
import { config as pool } from './app/config'

export async function proxy(request: NextRequest) {
  const storage = requestCookies(request.headers.get('cookie'))
  const auth = createAuth({ config: pool, storage, timeoutMs: 3_000 })
  try {
    await auth.ready()
    const headers = new Headers(request.headers)
    headers.set('cookie', storage.cookieHeader) // with the new tokens, and without ended ones
    const response = NextResponse.next({ request: { headers } })
    for (const cookie of storage.setCookies) response.headers.append('set-cookie', cookie)
    return response
  } finally {
    auth.stop()
  }
}

export const config = { matcher: '/((?!_next/|.*\\.).*)' } // pages, not files
