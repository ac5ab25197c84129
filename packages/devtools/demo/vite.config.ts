import { defaultClientConditions, defineConfig } from 'vite'

export default defineConfig({
  resolve: { conditions: ['authchart-source', ...defaultClientConditions] },
  // What is built for users needs none of it; the sources do.
  define: { global: 'globalThis' },
})
