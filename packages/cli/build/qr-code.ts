import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { repository } from './examples.ts'

const declaration = `/** A QR code as the path of an SVG: dark squares in a box of \`size\`, quiet zone included. */
export declare function qrPath(text: string): { readonly size: number; readonly path: string }
`

/** The QR code of the examples with the library that makes it: screens import no other package. */
export async function qrCode() {
  const { version, license } = JSON.parse(
    readFileSync(join(repository, 'node_modules/qr/package.json'), 'utf8'),
  )
  const { outputFiles } = await build({
    entryPoints: [join(repository, 'examples/shared/sign-in/qr-path.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    charset: 'utf8',
    write: false,
  })
  const [{ text } = { text: '' }] = outputFiles
  const header = `/*! qr ${version}, ${license}, Copyright (c) 2023 Paul Miller (paulmillr.com) */
/* Made for one picture: \`qrPath(text)\`. To use a library of your own, change what setup-key imports. */
`
  return { code: header + text, declaration }
}
