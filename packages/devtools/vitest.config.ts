import { defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'

// Without `module`: the AWS SDK keeps files under it that Node cannot load.
const conditions = [
  'authchart-source',
  ...defaultServerConditions.filter((condition) => condition !== 'module'),
]

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { testTimeout: 20_000, setupFiles: 'test/support/patience.ts' },
})
