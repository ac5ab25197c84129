import { Writable } from 'node:stream'
import type { ReactNode } from 'react'
import { renderToPipeableStream } from 'react-dom/server'

/**
 * All that a streaming server sends, late parts included: after their fallbacks, or in their place
 * with `onAllReady`, as for crawlers. Rejects with what a component throws.
 */
export function renderToStream(
  tree: ReactNode,
  start: 'onShellReady' | 'onAllReady' = 'onShellReady',
): Promise<string> {
  return new Promise((resolve, reject) => {
    let html = ''
    const sink = new Writable({
      write(chunk, _, done) {
        html += chunk
        done()
      },
      final(done) {
        resolve(html)
        done()
      },
    })
    const { pipe } = renderToPipeableStream(tree, {
      [start]: () => pipe(sink),
      onError: reject,
    })
  })
}
