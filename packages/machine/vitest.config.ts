import { defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'

const conditions = ['authchart-source', ...defaultServerConditions]

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { testTimeout: 15_000 },
})
