import type { AuthConfig } from '@authchart/machine'

declare const hostConfig: AuthConfig

/** An app imports `amplify_outputs.json`; the check of this project has sent its own. */
export const config = hostConfig
