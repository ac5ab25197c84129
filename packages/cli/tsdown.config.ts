import { defineConfig } from 'tsdown'
import { writeBuild } from './build/write-build.ts'

export default defineConfig({
  entry: ['src/cli.ts'],
  format: 'esm',
  platform: 'node',
  target: ['es2022', 'node20'],
  dts: false,
  sourcemap: true,
  fixedExtension: true,
  hash: false,
  onSuccess: writeBuild,
})
