import { type ParserPlugin, parse } from '@babel/parser'
import traverseModule, { type NodePath } from '@babel/traverse'
import type { Program } from '@babel/types'

// CommonJS: Node gives its exports as the default, and bundlers give the default of them.
const traverse: typeof traverseModule.default =
  typeof traverseModule === 'function' ? traverseModule : traverseModule.default

/**
 * The program of a file, with its scopes. For a `.vue` file it is the code of its script blocks, at their places.
 *
 * @throws SyntaxError for code that does not parse.
 */
export function parseCode(path: string, text: string): NodePath<Program> {
  const isVue = path.endsWith('.vue')
  const code = isVue ? scriptsOf(text) : text
  const ast = parse(code, {
    sourceType: 'unambiguous',
    allowReturnOutsideFunction: true,
    plugins: pluginsFor(path, isVue ? text : ''),
  })
  let program: NodePath<Program> | undefined
  traverse(ast, {
    Program(found) {
      program = found
      found.stop()
    },
  })
  if (!program) throw new SyntaxError('There is no program')
  program.scope.crawl()
  return program
}

function pluginsFor(path: string, vueText: string): ParserPlugin[] {
  const isTypeScript = /\.[cm]?tsx?$/.test(path) || /<script[^>]*\blang=["']tsx?["']/.test(vueText)
  const hasJsx = !/\.[cm]?ts$/.test(path) && !/<script[^>]*\blang=["']ts["']/.test(vueText)
  return [
    'decorators',
    ...(isTypeScript ? (['typescript'] as const) : []),
    ...(hasJsx ? (['jsx'] as const) : []),
  ]
}

/** The rest is blank, so that each position is one of the file. Comments of HTML have no script. */
function scriptsOf(text: string): string {
  const visible = text.replace(/<!--[\s\S]*?-->/g, blank)
  let code = ''
  for (const { index, 1: open = '', 2: script = '' } of visible.matchAll(
    /(<script\b[^>]*>)([\s\S]*?)<\/script\s*>/g,
  )) {
    const start = index + open.length
    code += blank(text.slice(code.length, start)) + script
  }
  return code + blank(text.slice(code.length))
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ')
}
