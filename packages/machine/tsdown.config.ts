import { fileURLToPath } from 'node:url'
import { defineConfig } from 'tsdown'

const fileOf = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const utf8 = '../../node_modules/@smithy/util-utf8/dist-es/fromUtf8.browser.js'

/** SHA-256 is bundled, in its ESM build: its CommonJS one is larger, and Metro and Rollup need a plug-in for it. */
export default defineConfig({
  entry: {
    index: 'src/index.ts',
    cognito: 'src/cognito/index.ts',
    browser: 'src/adapters/browser/index.ts',
    early: 'src/early/index.ts',
    forms: 'src/forms/index.ts',
    'identity-js': 'src/identity-js/index.ts',
    'identity-pool': 'src/cognito/identity-pool/index.ts',
    server: 'src/adapters/server/index.ts',
    validators: 'src/validators/index.ts',
    xstate: 'src/xstate.ts',
    words: 'src/words/index.ts',
    'words/de': 'src/words/languages/de.ts',
    'words/es': 'src/words/languages/es.ts',
    'words/fr': 'src/words/languages/fr.ts',
    'words/it': 'src/words/languages/it.ts',
    'words/ja': 'src/words/languages/ja.ts',
    'words/ko': 'src/words/languages/ko.ts',
    'words/nl': 'src/words/languages/nl.ts',
    'words/pl': 'src/words/languages/pl.ts',
    'words/pt-BR': 'src/words/languages/pt-br.ts',
    'words/sv': 'src/words/languages/sv.ts',
    'words/tr': 'src/words/languages/tr.ts',
    'words/zh-CN': 'src/words/languages/zh-cn.ts',
  },
  platform: 'neutral',
  fixedExtension: true,
  target: 'es2022',
  sourcemap: true,
  dts: true,
  alias: {
    '@aws-crypto/sha256-js': fileOf('node_modules/@aws-crypto/sha256-js/build/module/index.js'),
    // Its build for browsers: the other one brings a `buffer` of 27 kB, for texts, which are not hashed here.
    '@smithy/util-utf8': fileOf(utf8),
  },
  plugins: [
    {
      // Bundles then have XState before all of ours: between two parts, it would keep gzip, which looks back 32 kB,
      // from what they share. Saves 0.5 kB.
      name: 'xstate-first',
      renderChunk(code, { fileName }) {
        const [imports = ''] = fileName.endsWith('.mjs')
          ? (/^(?:import .*\n)+/.exec(code) ?? [])
          : []
        const lines = imports.split(/(?<=\n)/)
        const isFirst = (line: string) => / from "(?:xstate"|\.\/auth-)/.test(line)
        const sorted = [...lines.filter(isFirst), ...lines.filter((line) => !isFirst(line))]
        return sorted.join('') + code.slice(imports.length)
      },
    },
    {
      // XState 5.33 has one type parameter more, with this very default: without it, the types are
      // those of 5.26 as well.
      name: 'types-for-older-xstate',
      renderChunk: (code, { fileName }) =>
        fileName.endsWith('.d.mts') ? code.replace(/, _\$xstate\.MetaObject>;/, '>;') : null,
    },
  ],
  deps: {
    alwaysBundle: [/^@aws-crypto/, /^@smithy/, 'tslib'],
    onlyBundle: false,
  },
  // Bundlers that see a free `Buffer` bring one, 8 kB of it, or fail without.
  define: { Buffer: 'undefined' },
  outputOptions: {
    advancedChunks: {
      groups: [
        // A chunk of its own, so that its weight can be seen.
        { name: 'sha256', test: /node_modules/ },
        // What the small entries share with the large ones: they load no more than they need.
        {
          name: 'cookie-options',
          test: /src\/(adapters\/cookies\/cookie-options|errors\/auth-errors)\.ts$/,
        },
        { name: 'input', test: /src\/(secret|tidy-input|password-policy|first-factors)\.ts$/ },
        {
          name: 'storage',
          test: /src\/(adapters\/(memory|browser\/(web|screen)-storage))[^.]*\.ts$/,
        },
        {
          name: 'loading',
          test: /src\/(platform\/load-chunk|cognito\/transport\/aws-host)[^.]*\.ts$/,
        },
        {
          // What the early entry and the forms need and the whole one has, too. `npm run sizes` has a limit for it.
          name: 'config',
          test: /src\/(cognito\/(config|hosted-ui\/redirect-address|stores\/federated-keys|responses\/factor-names)|adapters\/browser\/(is-in-page|load-ahead|page-navigator|start-soon|stored-last-sign-in)|platform\/(abort|require-globals)|view\/(greeting|own-screen|screens\/social-providers)|actor-of|form-settings|standard-attributes)[^.]*\.ts$/,
        },
        { name: 'auth', test: /src\/create-auth\.ts$|rolldown\/runtime\.js$/ },
        // Apart from the next: an app that calls `toFailure` has it from the start.
        { name: 'failures', test: /src\/errors\/failures\.ts$/ },
        {
          // Loaded after the first screen. What the first screen needs, too, is in the groups above.
          name: 'user-pool',
          test: /src\/(actors\/later-requests|cognito\/(open-user-pool|stores\/save-tokens)|session\/(account-work|refresher)|adapters\/browser\/tab-lock)\.ts$/,
        },
      ],
    },
  },
  inputOptions: {
    treeshake: { moduleSideEffects: false },
    resolve: { mainFields: ['module', 'main'] },
  },
})
