import type { StoredData } from './data-dir/stored-data.ts'
import type { CookieJar } from './hosted-ui/cookies.ts'
import type { SandboxServer } from './http/sandbox-server.ts'
import type { SandboxState } from './state.ts'

export interface App {
  fetch(request: Request, bindings?: { readonly cookies: CookieJar }): Response | Promise<Response>
}

/** What differs between Node and a page. */
export interface Host {
  /** @throws Error where there are no directories. */
  openDataDir(directory: string, state: SandboxState): StoredData
  /** Serves HTTP on the loopback interface. Rejects where there is no HTTP server. */
  listen(app: App, port: number): Promise<SandboxServer>
  /** Set where requests and responses cannot carry cookies. */
  readonly cookies?: CookieJar
}
