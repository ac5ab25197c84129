import { loadConfig } from '@authchart/example-shared/load-config'
import { wantTab } from '@authchart/example-shared/tabs'
import { createAuth } from '@authchart/machine'

declare global {
  interface Window {
    /** Installed by the end-to-end tests, which look for secrets in all that is inspected. */
    authInspect?: (event: unknown) => void
  }
}

export const config = await loadConfig()

/** One for the whole page: it outlives every component. */
export const auth = createAuth({
  config,
  inspect: (event) => window.authInspect?.(event),
})

auth.actor.on('redirect.completed', ({ customState }) => wantTab(customState))
