import { basename } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { root } from '../../lib/paths.mjs'

/** @param {string} contents the code of an app */
async function bundle(contents) {
  const { metafile, outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    splitting: true,
    outdir: 'out',
    minify: true,
    format: 'esm',
    target: 'es2022',
    metafile: true,
    write: false,
    absWorkingDir: root,
  })
  return Object.entries(metafile.outputs).map(([path, { inputs, imports }]) => ({
    path,
    languages: Object.keys(inputs).flatMap(
      (input) => /\/dist\/words\/(.+)\.mjs$/.exec(input)?.[1] ?? [],
    ),
    imports: imports.map(({ path }) => path),
    gzipped: gzipSync(outputFiles.find((file) => basename(file.path) === basename(path)).contents)
      .length,
  }))
}

test('an app that can load each language has a chunk for each, of 5.5 kB at most', async () => {
  const { wordLanguages } = await import('@authchart/machine/words')
  const chunks = await bundle(
    `import { loadWords, matchLanguage } from '@authchart/machine/words'
     loadWords(matchLanguage(navigator.languages)).then(console.log)`,
  )
  const ofLanguages = chunks.filter(({ languages }) => languages.length > 0)
  expect(ofLanguages.map(({ languages }) => languages.join()).sort()).toEqual(
    wordLanguages.filter((language) => language !== 'en').sort(),
  )
  for (const { languages, imports, gzipped } of ofLanguages) {
    expect(imports, `${languages}`).toEqual([])
    expect(gzipped, `${languages}`).toBeLessThan(5_500)
  }
})

test.each([
  "export { createAuth } from '@authchart/machine'",
  "export { formOf } from '@authchart/machine/forms'",
  "export { english, failureText, withTexts } from '@authchart/machine/words'",
])('no language is reached from %s', async (contents) => {
  const chunks = await bundle(contents)
  const reached = new Set(['out/stdin.js'])
  for (const path of reached) {
    const { imports, languages } = chunks.find((chunk) => chunk.path === path)
    for (const next of imports) reached.add(next)
    expect(languages, path).toEqual([])
  }
})
