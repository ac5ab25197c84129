import { scriptedConfig } from '@authchart/machine/testing'

export const config = scriptedConfig
