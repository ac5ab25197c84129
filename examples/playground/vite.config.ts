import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

export default defineConfig({
  // From any folder of any static server.
  base: './',
  plugins: [react()],
  // The inspector is part of the page: without this condition its package does nothing.
  resolve: { conditions: ['development', ...defaultClientConditions] },
  server: { host: 'localhost' },
  preview: { host: 'localhost' },
  build: { target: 'es2022' },
})
