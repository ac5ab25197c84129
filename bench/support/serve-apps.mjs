import { createServer } from 'node:http'
import { gzipSync } from 'node:zlib'

/**
 * Serves apps on the loopback interface, compressed, as `/NAME`. A page finds `settings` in `window.bench`. `/blank` has no app.
 *
 * @param {Record<string, import('./bundle-app.mjs').BuiltApp>} apps by name
 * @param {object} settings
 * @returns {Promise<{ origin: string, close(): void }>} of `localhost`, where passkeys work without https
 */
export async function serveApps(apps, settings) {
  const files = new Map(
    Object.entries(apps).flatMap(([name, app]) => [
      [`/${name}`, html(linksOf(name, app), settings)],
      ...[...app.files].map(([file, text]) => [`/${name}/${file}`, compressed(file, text)]),
    ]),
  )
  files.set('/blank', html('', settings))
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '')
    if (!file) {
      response.writeHead(404).end()
      return
    }
    response
      .writeHead(200, { 'content-type': file.type, 'content-encoding': 'gzip' })
      .end(file.body)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const address = /** @type {import('node:net').AddressInfo} */ (server.address())
  return {
    origin: `http://localhost:${address.port}`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

const types = { js: 'text/javascript', css: 'text/css', html: 'text/html' }

/** @param {string} file @param {string} text */
function compressed(file, text) {
  const type = types[/** @type {keyof typeof types} */ (file.split('.').at(-1))]
  return { type: `${type}; charset=utf-8`, body: gzipSync(text, { level: 9 }) }
}

/** As in the pages that Vite builds. @param {string} name @param {import('./bundle-app.mjs').BuiltApp} app */
function linksOf(name, { files, imported }) {
  const preloads = imported.map((file) => `<link rel="modulepreload" href="/${name}/${file}">`)
  const styles = files.has('app.css') ? [`<link rel="stylesheet" href="/${name}/app.css">`] : []
  return [`<script type="module" src="/${name}/app.js"></script>`, ...preloads, ...styles].join('')
}

/** @param {string} links of the app @param {object} settings */
function html(links, settings) {
  return compressed(
    'page.html',
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>bench</title>
<script>window.bench=${JSON.stringify(settings)}</script>${links}<body></body>`,
  )
}
