import { mergeConfig } from 'vitest/config'
import config from './vitest.config.ts'

/** Every transition, in minutes. */
export default mergeConfig(config, { test: { env: { WALKS_COVER: 'transitions' } } })
