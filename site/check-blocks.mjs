/** Type-checks the code of the pages. Exit code 1 if something does not compile. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { writeBlocks } from './lib/write-blocks.mjs'

const folder = join(import.meta.dirname, 'test-results/blocks')
const root = join(import.meta.dirname, '..')
const places = writeBlocks(root, folder)
writeFileSync(
  join(folder, 'tsconfig.json'),
  JSON.stringify({
    extends: '../../../tsconfig.base.json',
    compilerOptions: {
      lib: ['es2023', 'dom', 'dom.iterable'],
      jsx: 'react-jsx',
      types: ['vite/client'],
      module: 'esnext',
      moduleResolution: 'bundler',
      customConditions: [],
      noUnusedLocals: false,
      noUnusedParameters: false,
      allowImportingTsExtensions: true,
      noEmit: true,
    },
    include: ['.'],
  }),
)

const checker = join(root, 'node_modules/vue-tsc/bin/vue-tsc.js')
const { stdout, status } = spawnSync(
  process.execPath,
  [checker, '-p', folder, '--pretty', 'false'],
  {
    cwd: folder,
    encoding: 'utf8',
  },
)
process.stdout.write(stdout.replace(/^(\S+)\((\d+),(\d+)\)/gm, inPage))
process.exitCode = status ?? 1

/** `docs/guides/gates.md:41:3` in place of the file that was written. */
function inPage(found, path, line, column) {
  const place = places.get(resolve(folder, path))
  return place ? `docs/${place.page}:${place.line + Number(line) - 1}:${column}` : found
}
