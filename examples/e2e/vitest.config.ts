import react from '@vitejs/plugin-react'
import vue from '@vitejs/plugin-vue'
import { defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'

const conditions = ['authchart-source', ...defaultServerConditions]

/** @param cover of the walks, see `dom/cover.ts` */
function project(name: string, include: string, cover: string) {
  return {
    extends: true as const,
    test: { name, include: [include], env: { WALKS_COVER: cover } },
  }
}

/** The walks that need no browser: by the screens in `npm test`, by the transitions in `npm run test:long`. */
export default defineConfig({
  plugins: [react(), vue()],
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    environment: 'happy-dom',
    testTimeout: 60_000,
    projects: [
      project('quick', 'dom/*.test.{ts,tsx}', 'states'),
      project('long', 'dom/{,minimal-}{react,vue}.test.{ts,tsx}', 'transitions'),
    ],
  },
})
