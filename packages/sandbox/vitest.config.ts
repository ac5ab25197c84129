import { defaultServerConditions } from 'vite'
import { defaultExclude, defineConfig } from 'vitest/config'

// Without `module`: the AWS SDK keeps files under it that Node cannot load.
const conditions = [
  'authchart-source',
  ...defaultServerConditions.filter((condition) => condition !== 'module'),
]

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...defaultExclude, 'test/browser/**'],
    // A third of the time went into loading the AWS SDK and Amplify anew for each file.
    isolate: false,
    testTimeout: 60_000,
    provide: { powers: 'native', srpUsers: { count: 8, seed: 'steady' }, kills: 4 },
  },
})
