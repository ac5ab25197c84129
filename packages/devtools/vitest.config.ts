import { defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'

// Without `module`: the AWS SDK keeps files under it that Node cannot load.
const conditions = [
  'authchart-source',
  ...defaultServerConditions.filter((condition) => condition !== 'module'),
]

export const base = {
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { testTimeout: 60_000, setupFiles: 'test/support/patience.ts' },
}

/** Tests that replace modules, or change the page for good. */
const isolated = [
  'test/adapters/adapters.test.ts',
  'test/adapters/vue-devtools.test.ts',
  'test/app-ui/catalogue.test.ts',
  'test/app-ui/unknown-route.test.ts',
  'test/panel/journey-panel.test.ts',
  'test/redaction/canary.test.ts',
  'test/trace/storage-tap.test.ts',
]

export default defineConfig({
  ...base,
  test: {
    projects: [
      { ...base, test: { ...base.test, name: 'isolated', include: isolated } },
      {
        ...base,
        test: {
          ...base.test,
          name: 'shared',
          // Modules are loaded once for all files: that takes half of the time.
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: isolated,
        },
      },
    ],
  },
})
