import { sharedModules } from './shared-sources.ts'

/**
 * The imports of a file as an app's bundler and compiler take them: relative, and without the endings that only some
 * configurations of TypeScript allow.
 */
export function rewriteImports(path: string, text: string): string {
  const up = '../'.repeat(path.split('/').length - 1) || './'
  return text
    .replace(/'(@authchart\/example-shared\/[^']+)'/g, (quoted, module: string) => {
      const target = sharedModules.get(module)
      if (target === undefined) throw new Error(`${path} imports ${quoted}, which no copy has`)
      return `'${up}${target}'`
    })
    .replace(/(from '\.[^']*?)(?:\/index)?\.tsx?'/g, "$1'")
}
