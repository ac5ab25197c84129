import { defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'

const conditions = ['authchart-source', ...defaultServerConditions]

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  // The first tokens of a process wait for keys, and a busy machine for everything.
  test: { testTimeout: 20_000, expect: { poll: { timeout: 8_000 } } },
})
