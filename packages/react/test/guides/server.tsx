import { createAuth, type InitialState } from '@authchart/machine'
import { requestCookies } from '@authchart/machine/server'
import { AuthProvider } from '@authchart/react'
import { renderToString } from 'react-dom/server'
import { App } from './app.tsx'
import { config } from './config.ts'

export async function render(request: Request): Promise<Response> {
  const storage = requestCookies(request.headers.get('cookie'))
  const auth = createAuth({ config, storage, timeoutMs: 3_000 })
  try {
    const initial = await auth.ready() // reads the cookies, refreshes tokens that are due
    const html = renderToString(
      <AuthProvider auth={auth}>
        <App />
      </AuthProvider>,
    )
    const headers = new Headers({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-store',
    })
    for (const cookie of storage.setCookies) headers.append('set-cookie', cookie)
    return new Response(page(html, initial), { headers })
  } finally {
    auth.stop()
  }
}

const page = (html: string, initial: InitialState) => `<!doctype html>
<div id="root">${html}</div>
<script>initial = ${JSON.stringify(initial).replaceAll('<', '\\u003c')}</script>
<script type="module" src="/main.js"></script>`
