import { inspectAuth } from '@authchart/devtools'
import { createAuth, readEntry } from '@authchart/machine'
import { openHostedUi } from './hosted-ui/open-hosted-ui.ts'
import { pool } from './pool/pool.ts'

const hostedUi = { providers: ['Google', 'Facebook', 'LoginWithAmazon', 'SignInWithApple'] }

const { hostedUiOrigin, ...config } = pool.config

/** Its requests go to the sandbox in this page, and so do the pages of the hosted UI. */
export const auth = createAuth({
  config: pool.settings.hostedUi ? { ...config, hostedUiOrigin, hostedUi } : config,
  entry: readEntry(),
  fetch: pool.fetch,
  navigator: {
    address: () => location.href,
    replace: (address) => history.replaceState(history.state, '', address),
    open: openHostedUi,
  },
})

export const inspector = inspectAuth(auth, { clientId: config.userPoolClientId })
