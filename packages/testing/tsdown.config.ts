import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    playwright: 'src/playwright.ts',
    vitest: 'src/vitest.ts',
    at: 'src/at.ts',
    random: 'src/plan/random-walks.ts',
    'authchart-test': 'src/cli/main.ts',
  },
  platform: 'neutral',
  fixedExtension: true,
  target: 'es2022',
  sourcemap: true,
  dts: true,
  deps: { neverBundle: [/^node:/] },
  inputOptions: { treeshake: { moduleSideEffects: false } },
})
