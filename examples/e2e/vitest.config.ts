import react from '@vitejs/plugin-react'
import vue from '@vitejs/plugin-vue'
import { defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'

const conditions = ['authchart-source', ...defaultServerConditions]

/** The walks that need no browser. */
export default defineConfig({
  plugins: [react(), vue()],
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['dom/*.test.{ts,tsx}'],
    environment: 'happy-dom',
    testTimeout: 60_000,
  },
})
