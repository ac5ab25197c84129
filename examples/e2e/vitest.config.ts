import react from '@vitejs/plugin-react'
import vue from '@vitejs/plugin-vue'
import { defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'

const conditions = ['authchart-source', ...defaultServerConditions]

/** @param cover of the walks, see `dom/cover.ts` */
function project(name: string, include: string, cover: string, exclude: string[] = []) {
  return {
    extends: true as const,
    test: { name, include: [include], exclude, env: { WALKS_COVER: cover } },
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
      // The early entry is the same in both: planning its walks again takes longer than the walks.
      project('quick', 'dom/*.test.{ts,tsx}', 'states', ['dom/early-vue.test.ts']),
      project('long', 'dom/{,minimal-,early-}{react,vue}.test.{ts,tsx}', 'transitions'),
    ],
  },
})
