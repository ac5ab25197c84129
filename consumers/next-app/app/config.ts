import type { AuthConfig } from '@authchart/machine'

/** Read on the server, which gives it to the page. */
export const config: AuthConfig = JSON.parse(process.env.AUTH_CONFIG ?? '{}')
