import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: 'src/index.ts',
  platform: 'neutral',
  fixedExtension: true,
  target: 'es2022',
  sourcemap: true,
  dts: true,
  // Bundling drops the directive of the sources, without which server components cannot import this.
  banner: { js: "'use client'" },
})
