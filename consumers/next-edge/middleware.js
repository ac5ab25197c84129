import { createAuth } from '@authchart/machine'
import { requestCookies } from '@authchart/machine/server'
import { NextResponse } from 'next/server'

/** In the Edge runtime, the default of middleware until Next.js 15. */
export async function middleware(request) {
  const storage = requestCookies(request.headers.get('cookie'))
  const auth = createAuth({ config: JSON.parse(process.env.AUTH_CONFIG), storage })
  try {
    await auth.ready()
    return NextResponse.next({ headers: { 'x-auth-route': auth.getView().route } })
  } finally {
    auth.stop()
  }
}
