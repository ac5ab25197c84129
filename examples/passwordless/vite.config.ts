import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import vue from '@vitejs/plugin-vue'
import { defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'
// By its path: Vite bundles it with this file, and Node 20 reads no TypeScript from packages.
import { authConfig } from '../shared/start/auth-config-plugin.ts'

const { PORT, VITEST } = process.env
const listen = { host: '127.0.0.1', ...(PORT && { port: Number(PORT), strictPort: true }) }
const page = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const conditions = ['authchart-source', ...defaultServerConditions]

export default defineConfig({
  plugins: [react(), vue(), authConfig()],
  server: listen,
  preview: listen,
  build: { target: 'es2022', rolldownOptions: { input: [page('react.html'), page('vue.html')] } },
  ...(VITEST && { resolve: { conditions }, ssr: { resolve: { conditions } } }),
  test: { environment: 'happy-dom', testTimeout: 30_000 },
})
