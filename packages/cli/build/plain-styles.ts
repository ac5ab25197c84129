import postcss, { type AtRule, type Declaration, type Rule } from 'postcss'

/** What the page of an example has, and no screen. */
const isOfPage =
  /\.(?:bar|header|brand|brand-note|developers|facts)\b|(?<![\w-])(?:html|summary|select)(?![\w-])|^(?:a|dl|dd|ol)$/

const header = `/*
 * The look of the screens in auth-screens. All of it is yours: begin with the colours.
 * For a light page only, set \`color-scheme: light\`.
 */
`

/** The styles of the examples for screens in any page: no rule reaches what is outside of \`.auth\`. */
export function plainStyles(examples: string): string {
  const root = postcss.parse(examples)
  root.walkComments((comment) => {
    if (comment.parent?.type === 'root') comment.remove()
  })
  root.walkRules((rule) => {
    if (isInKeyframes(rule)) return
    // In a page that is always light, the text of a dark screen needs a dark ground.
    if (rule.selector.includes('[data-route="restoring"]')) keepGround(rule)
    if (rule.selector === 'body') becomeRoot(rule)
    else scope(rule)
  })
  root.walkAtRules('keyframes', (rule: AtRule) => {
    rule.params = `auth-${rule.params}`
  })
  root.walkDecls((declaration) => rename(declaration))
  root.walkDecls((declaration) => {
    if (/^--auth-(?:page|glow)$/.test(declaration.prop)) declaration.remove()
  })
  root.walk((node) => {
    if (node.type === 'rule' && node.nodes.length === 0) node.remove()
  })
  return header + root.toString().trimStart()
}

function isInKeyframes({ parent }: Rule): boolean {
  return parent?.type === 'atrule' && (parent as AtRule).name === 'keyframes'
}

function keepGround(rule: Rule): void {
  rule.walkDecls('background', (declaration) => {
    declaration.remove()
  })
}

/** The page of the app stays as it is. */
function becomeRoot(rule: Rule): void {
  rule.selector = '.auth'
  rule.each((node) => {
    if (node.type !== 'decl' || !isOfScreens(node)) node.remove()
  })
  // The page of Vite's templates is centred.
  rule.append({ prop: 'text-align', value: 'start' })
}

/** A ground of one colour belongs to the text; a picture is that of the page. */
function isOfScreens({ prop, value }: Declaration): boolean {
  return prop === 'background' ? /^var\([^()]*\)$/.test(value) : ['color', 'font'].includes(prop)
}

function scope(rule: Rule): void {
  const selectors = rule.selectors.filter((selector) => !isOfPage.test(selector))
  if (selectors.length === 0) rule.remove()
  else rule.selectors = selectors.flatMap(scoped)
}

function scoped(selector: string): readonly string[] {
  const named = selector.replace(/(?<![\w\d])\.(?=[a-z])/g, '.auth-')
  if (named === ':root') return ['.auth']
  if (named === '*') return ['.auth', '.auth *']
  if (named.startsWith('.auth-card')) return [named]
  if (named.startsWith('[dir=')) return [named.replace(' ', ' .auth ')]
  return [`.auth ${named}`]
}

function rename(declaration: Declaration): void {
  declaration.prop = declaration.prop.replace(/^--/, '--auth-')
  declaration.value = declaration.value.replace(/var\(--/g, 'var(--auth-')
  if (declaration.prop === 'animation') {
    declaration.value = declaration.value.replace(/\b(?:appear|spin)\b/, 'auth-$&')
  }
}
