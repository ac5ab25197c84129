import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
// By its path: Vite bundles that with this file, and Node 20 reads no TypeScript from packages.
import { authConfig } from '../shared/start/auth-config-plugin.ts'

const { PORT } = process.env
const listen = { host: '127.0.0.1', ...(PORT && { port: Number(PORT), strictPort: true }) }

export default defineConfig({
  plugins: [vue(), authConfig()],
  server: listen,
  preview: listen,
})
