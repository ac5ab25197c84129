import { cpSync } from 'node:fs'
import { defineConfig } from 'tsdown'

const shared = { fixedExtension: true, target: 'es2022', sourcemap: true } as const

export default defineConfig([
  {
    ...shared,
    entry: {
      index: 'src/index.ts',
      production: 'src/production.ts',
      react: 'src/adapters/react.ts',
      vue: 'src/adapters/vue.ts',
      tanstack: 'src/adapters/tanstack.ts',
      'vue-devtools': 'src/adapters/vue-devtools.ts',
      'redux-devtools': 'src/adapters/redux-devtools.ts',
      stately: 'src/adapters/stately.ts',
      'adapters-production': 'src/adapters/production.ts',
      pictures: 'src/chart-rendering/index.ts',
    },
    platform: 'neutral',
    dts: true,
  },
  {
    ...shared,
    entry: ['src/standalone/cli.ts'],
    platform: 'node',
    dts: false,
    clean: false,
  },
  {
    // A page that is served as it is: all it needs is in one file.
    ...shared,
    entry: { page: 'src/standalone/page/page.ts' },
    outDir: 'dist/page',
    outExtensions: () => ({ js: '.js' }),
    platform: 'browser',
    dts: false,
    clean: false,
    minify: true,
    // Not packed: it says whose code the page has, for the notices.
    sourcemap: 'hidden',
    deps: { alwaysBundle: [/./] },
    define: { 'process.env.NODE_ENV': '"production"' },
    outputOptions: { codeSplitting: false },
    onSuccess: () => cpSync('src/standalone/page/index.html', 'dist/page/index.html'),
  },
])
