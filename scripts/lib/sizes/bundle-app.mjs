import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const entryFile = `${root}sizes-entry.js`

/**
 * Bundles an entry as Vite does for production.
 *
 * @param {string} contents of the entry
 * @param {readonly string[]} external packages that are left out, with all that is in them
 * @param {Record<string, string>} [alias] what is bundled in the place of a package
 */
export async function bundleApp(contents, external, alias = {}) {
  const isExternal = (id) => external.some((name) => id === name || id.startsWith(`${name}/`))
  const { output } = await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias },
    plugins: [
      {
        name: 'entry',
        enforce: 'pre',
        resolveId: (id) => (id === entryFile ? id : undefined),
        load: (id) => (id === entryFile ? contents : undefined),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: entryFile,
        external: isExternal,
        preserveEntrySignatures: 'strict',
        // A package that is left out has no side effects: an import that is not used goes away.
        treeshake: {
          moduleSideEffects: (id, isLeftOut) => (isLeftOut || isExternal(id) ? false : undefined),
        },
      },
    },
  })
  return new App(output)
}

/** The chunks of a bundle. */
class App {
  #chunks

  constructor(output) {
    this.#chunks = new Map(output.map((chunk) => [chunk.fileName, chunk]))
  }

  /** What is loaded at once. */
  get first() {
    return this.#with([...this.#chunks.values()].filter(({ isEntry }) => isEntry))
  }

  /** What the chunks of these names load. */
  loadedBy(names) {
    return this.#with(names.map((name) => this.#named(name)))
  }

  get all() {
    return [...this.#chunks.values()]
  }

  #named(name) {
    // The chunks of our packages have a hash in their name.
    const found = this.all.find((chunk) => new RegExp(`^${name}-.{8}$`).test(chunk.name))
    if (found) return found
    throw new Error(`"${name}", which is loaded later, is no chunk of its own`)
  }

  /** Also what these chunks import. */
  #with(chunks) {
    const loaded = new Set(chunks)
    for (const { imports } of loaded) {
      for (const name of imports) if (this.#chunks.has(name)) loaded.add(this.#chunks.get(name))
    }
    return [...loaded]
  }
}

/** Gzipped bytes. Each chunk is compressed by itself, as a server sends it. */
export function gzippedBytes(chunks) {
  return chunks.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0)
}

export function minifiedBytes(chunks) {
  return chunks.reduce((sum, { code }) => sum + Buffer.byteLength(code), 0)
}

/** The share of each package in the code before it was minified, the largest first. */
export function sharesOf(chunks) {
  const parts = {}
  let whole = 0
  for (const [path, { renderedLength }] of chunks.flatMap(({ modules }) =>
    Object.entries(modules),
  )) {
    const part = packageOf(path)
    if (!part) continue
    parts[part] = (parts[part] ?? 0) + renderedLength
    whole += renderedLength
  }
  const shares = Object.entries(parts).map(([name, length]) => [name, length / whole])
  return Object.fromEntries(shares.sort(([, a], [, b]) => b - a))
}

function packageOf(path) {
  const ours = /packages\/(\w+)\/dist/.exec(path)
  if (ours) return `@authchart/${ours[1]}`
  return /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]
}
