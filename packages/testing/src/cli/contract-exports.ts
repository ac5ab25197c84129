import { readFileSync } from 'node:fs'

/** By which names a contract exports what specs import. */
export interface ContractExports {
  /** The contract itself; specs call it `ui`. */
  readonly ui: string
}

/**
 * Finds the contract among the exports of a file: `ui`, or the only one that `defineUi` makes. The text is read, not
 * run: what a contract imports may need Playwright, or a bundler.
 *
 * @throws Error that names what the file exports, where no export is a contract, or where specs for Vitest lack `open`.
 */
export function contractExports(file: string, framework: 'playwright' | 'vitest'): ContractExports {
  const text = readFileSync(file, 'utf8')
  // What another file exports may have any name.
  if (/^export\s*\*\s*from/m.test(text)) return { ui: 'ui' }
  const names = exportsOf(text)
  const made = [...text.matchAll(/^export\s+const\s+([\w$]+)[^=\n]*=\s*defineUi\b/gm)].map(
    ([, name = '']) => name,
  )
  const [only, another] = made
  const ui = names.includes('ui') ? 'ui' : another === undefined ? only : undefined
  const listed = names.length > 0 ? `it exports ${names.join(', ')}` : 'it exports nothing'
  if (ui === undefined) {
    throw new Error(`${file} exports no contract: export it as ui (${listed}).`)
  }
  if (framework === 'vitest' && !names.includes('open')) {
    throw new Error(
      `${file} exports no open: specs for Vitest show the app with an async function of that name (${listed}).`,
    )
  }
  return { ui }
}

function exportsOf(text: string): readonly string[] {
  const declared = text.matchAll(
    /^export\s+(?:declare\s+)?(?:const|let|var|class|(?:async\s+)?function\*?)\s+([\w$]+)/gm,
  )
  const lists = text.matchAll(/^export\s*\{([^}]*)\}/gm)
  const listed = [...lists].flatMap(([, inner = '']) =>
    inner
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '' && !part.startsWith('type '))
      .map((part) => part.split(/\s+as\s+/).at(-1) ?? part),
  )
  return [...[...declared].map(([, name = '']) => name), ...listed]
}
