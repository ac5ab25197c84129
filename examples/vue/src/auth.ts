import { loadConfig } from '@authchart/example-shared/load-config'
import { wantSection } from '@authchart/example-shared/sections'
import { createAuth, readEntry } from '@authchart/machine'
import { identityPool } from '@authchart/machine/identity-pool'

declare global {
  interface Window {
    /** Installed by the end-to-end tests, which look for secrets in all that is inspected. */
    authInspect?: (event: unknown) => void
    /** Where they want the inspector shown as well. */
    authConnect?: string
  }
}

export const config = await loadConfig()
// Production builds leave it out altogether.
const devtools = import.meta.env.DEV ? await import('@authchart/devtools') : undefined

/** One for the whole page: it outlives every component. */
export const auth = createAuth({
  config,
  entry: readEntry(),
  identityPool,
  inspect: (event) => window.authInspect?.(event),
})

devtools
  ?.inspectAuth(auth, { clientId: config.userPoolClientId, connect: window.authConnect })
  .mount(document.body)
auth.on('redirect.completed', ({ customState }) => wantSection(customState))
