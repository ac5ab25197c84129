import type { Context } from 'hono'
import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { toBase64 } from '../../base64.ts'
import { sha256 } from '../../srp/bytes.ts'
import { pageStyle } from './page-style.ts'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

interface Page {
  readonly title: string
  /** BCP 47. The texts are always English. */
  readonly lang?: string
  readonly page: Html
  /** Runs in the page. */
  readonly script?: string | undefined
  readonly status?: ContentfulStatusCode
}

/**
 * The policy allows forms to any target: browsers also apply `form-action` to the redirects that
 * follow, and these lead to the client.
 */
const policy =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"

export function showPage(
  http: Context,
  { title, lang = 'en', page, script, status = 200 }: Page,
): Response | Promise<Response> {
  return http.html(document(title, lang, page, script), status, {
    'content-security-policy': script === undefined ? policy : `${policy}; ${allowing(script)}`,
  })
}

function allowing(script: string): string {
  return `script-src 'sha256-${toBase64(sha256(script))}'`
}

const document = (
  title: string,
  lang: string,
  page: Html,
  script: string | undefined,
) => html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${raw(pageStyle)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${page}
</main>
<footer>Local sandbox, no real accounts</footer>
${script === undefined ? '' : raw(`<script>${script}</script>`)}
</body>
</html>`

/** The error message. Screen readers announce it at once. */
export function problemText(problem: string | undefined) {
  return problem === undefined
    ? ''
    : html`<p class="problem" id="problem" role="alert">${problem}</p>`
}

export function hiddenInputs(values: Readonly<Record<string, string>>) {
  return Object.entries(values).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )
}
