import { createAuth } from '@authchart/machine'
import { requestCookies } from '@authchart/machine/server'
import { AuthProvider } from '@authchart/react'
import { renderToString } from 'react-dom/server'
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router'
import { config } from './config.ts'
import { routesOf } from './react-router.tsx'

export async function render(request: Request): Promise<Response> {
  const storage = requestCookies(request.headers.get('cookie'))
  const auth = createAuth({ config, storage, timeoutMs: 3_000 })
  try {
    const initial = await auth.ready() // for the page, see the guide to server rendering
    const { query, dataRoutes } = createStaticHandler(routesOf(auth))
    const context = await query(request)
    if (context instanceof Response) return withCookies(context, storage.setCookies)
    const html = renderToString(
      <AuthProvider auth={auth}>
        <StaticRouterProvider router={createStaticRouter(dataRoutes, context)} context={context} />
      </AuthProvider>,
    )
    const response = new Response(page(html, initial), {
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, no-store' },
    })
    return withCookies(response, storage.setCookies)
  } finally {
    auth.stop()
  }
}

function withCookies(response: Response, cookies: readonly string[]): Response {
  for (const cookie of cookies) response.headers.append('set-cookie', cookie)
  return response
}

const page = (html: string, initial: object) => `<!doctype html>
<div id="root">${html}</div>
<script>initial = ${JSON.stringify(initial).replaceAll('<', '\\u003c')}</script>
<script type="module" src="/main.js"></script>`
