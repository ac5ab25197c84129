import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/index.ts', 'src/production.ts'],
  platform: 'neutral',
  fixedExtension: true,
  target: 'es2022',
  sourcemap: true,
  dts: true,
})
