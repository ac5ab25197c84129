import type { Context } from 'hono'
import { html } from 'hono/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { showPage } from './page.ts'

/** An error that cannot be sent to a client. */
export function showError(
  http: Context,
  error: string,
  message: string,
  status: ContentfulStatusCode,
) {
  return showPage(http, {
    title: 'An error was encountered',
    status,
    page: html`<p class="problem" role="alert">${message}</p><p class="hint"><code>${error}</code></p>`,
  })
}
