import type { CommonOptions } from '../auth.ts'
import type { CognitoOptions } from '../default-ports.ts'

/** The options of `createAuth`, over a configuration. A page that a server has rendered needs the whole `createAuth`. */
export type EarlyOptions = Omit<CommonOptions, 'initial'> & CognitoOptions
