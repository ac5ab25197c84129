import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defaultClientConditions } from 'vite'
import solid from 'vite-plugin-solid'
import { defaultExclude, defineConfig } from 'vitest/config'

// Those of a browser, as Solid and Svelte have other code for servers. The packages are the built ones: fewer files.
const conditions = [...defaultClientConditions]

export default defineConfig({
  plugins: [svelte(), solid({ include: 'solid/*.tsx' })],
  // Angular has the decorators that came before those of the language.
  oxc: { decorator: { legacy: true } },
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    environment: 'happy-dom',
    isolate: false,
    include: ['test/**/*.test.ts'],
    exclude: [...defaultExclude, 'test/long/**'],
    testTimeout: 60_000,
    server: { deps: { inline: [/svelte/, /solid-js/] } },
  },
})
