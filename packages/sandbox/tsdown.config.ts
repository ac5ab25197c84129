import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    browser: 'src/browser.ts',
    cli: 'src/cli.ts',
    authenticator: 'src/authenticator/index.ts',
  },
  format: 'esm',
  platform: 'node',
  target: ['es2022', 'node20'],
  dts: true,
  sourcemap: true,
  fixedExtension: true,
  hash: false,
})
