import { defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'

const conditions = ['authchart-source', ...defaultServerConditions]

/** Tests of `@authchart/react`, with the React of this folder. */
export default defineConfig({
  resolve: { conditions, dedupe: ['react', 'react-dom'] },
  ssr: { resolve: { conditions } },
  test: {
    environment: 'happy-dom',
    testTimeout: 60_000,
    env: { REACT_MAJOR: '18' },
    include: ['../../packages/react/test/{gates,gates-ssr,use-auth-form,with-auth}.test.tsx'],
  },
})
