import type { Navigator } from '@authchart/machine'
import { pool } from '../pool/pool.ts'
import { hostedWindow } from './hosted-window.ts'

type Options = Parameters<Navigator['open']>[1]

/**
 * Shows pages of the hosted UI in a frame of this page and sends their forms to the sandbox, until one of its
 * redirects leads back to the app.
 */
export function openHostedUi(
  url: string,
  { returnTo, signal }: Options,
): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      signal.removeEventListener('abort', abort)
      frame.close()
    }
    const end = (answer?: string) => {
      leave()
      resolve(answer)
    }
    const fail = (reason: unknown) => {
      leave()
      reject(reason)
    }
    const abort = () => fail(signal.reason)
    const frame = hostedWindow({
      onRequest: (address, init) => void go(address, init),
      onClose: () => end(),
    })
    signal.addEventListener('abort', abort)

    async function go(address: URL, init?: RequestInit): Promise<void> {
      try {
        let next = address
        let request = init
        while (!isReturn(next, returnTo)) {
          const response = await pool.fetch(atThisOrigin(next), request)
          const location = response.headers.get('location')
          if (location === null) return frame.show(next, await response.text())
          next = new URL(location, next)
          request = {}
        }
        end(next.href)
      } catch (error) {
        fail(error)
      }
    }

    void go(new URL(url))
  })
}

/** Passkeys belong to this page's domain: the pages of the hosted UI run here. */
function atThisOrigin({ pathname, search }: URL): URL {
  return new URL(`${pathname}${search}`, location.origin)
}

function isReturn({ href }: URL, returnTo: string): boolean {
  return href === returnTo || href.startsWith(`${returnTo}?`) || href.startsWith(`${returnTo}#`)
}
