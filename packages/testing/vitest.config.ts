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
  // The first tokens of a process wait for keys, and a busy machine for everything.
  test: {
    // A quarter of the time went into loading the AWS SDK and Amplify anew for each file.
    isolate: false,
    exclude: [...defaultExclude, 'test/long/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 8_000 } },
  },
})
