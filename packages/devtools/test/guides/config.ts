import { scriptedConfig } from '@authchart/testing'

export const config = scriptedConfig
