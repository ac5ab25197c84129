import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { exports } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
  exports: Record<string, { 'authchart-source': string }>
}

/** The packages that an entry imports, at once or later. */
async function packagesOf(entry: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [entry],
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    platform: 'neutral',
    format: 'esm',
    packages: 'external',
  })
  const [output] = Object.values(metafile.outputs)
  return (output?.imports ?? []).map(({ path }) => path)
}

const entries = Object.entries(exports).map(([name, { 'authchart-source': file }]) => ({
  name,
  file,
}))

test.each(entries)(
  '$name imports the AWS SDK only if it is the entry for identity pools',
  async ({ name, file }) => {
    const sdk = (await packagesOf(file)).filter((path) => /^@(aws-sdk|smithy)\//.test(path))
    expect(sdk).toEqual(name === './identity-pool' ? ['@aws-sdk/client-cognito-identity'] : [])
  },
)

/** What Next's builds for the Edge runtime warn of, where it is used by its bare name. */
const notOnEdge =
  /(?<![\w.$'"`])(?:BroadcastChannel|MessageChannel|MessagePort|setImmediate|clearImmediate|CompressionStream|DecompressionStream)\s*[.(]|\bprocess\.(?!env\.NODE_ENV)/

test.each(entries.filter(({ name }) => !name.includes('testing')))(
  '$name uses nothing by its name that the Edge runtime does not have',
  async ({ file }) => {
    const { outputFiles } = await build({
      entryPoints: [file],
      absWorkingDir: root,
      bundle: true,
      write: false,
      minify: true,
      platform: 'neutral',
      format: 'esm',
      packages: 'external',
    })
    expect(notOnEdge.exec(outputFiles[0]?.text ?? '')?.[0]).toBeUndefined()
  },
)
