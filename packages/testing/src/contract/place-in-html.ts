const tags = /<(\/?)([a-z][^\s/>]*)((?:"[^"]*"|[^">])*)>/gi
const isVoid = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i
/** Attributes by which people find an element; none of them contains what is typed. */
const naming = /\s(id|name|type|role|autocomplete)="([^"]*)"/g

interface Tag {
  readonly name: string
  readonly attributes: string
}

/**
 * Where in a serialised page a text stands: `the attribute value of <input name="password">`, `the text of <p>`. Says
 * nothing of the text itself.
 *
 * @param html as `outerHTML` gives it: attributes are in double quotes
 * @param secret which is in it
 */
export function placeInHtml(html: string, secret: string): string {
  const index = html.indexOf(secret)
  const open: Tag[] = []
  for (const match of html.matchAll(tags)) {
    const [whole, slash, name = '', attributes = ''] = match
    if (match.index > index) break
    if (match.index + whole.length > index) {
      const [, attribute = 'names'] =
        /([^\s"=<>]+)="[^"]*$/.exec(html.slice(match.index, index)) ?? []
      return `the attribute ${attribute} of ${shown({ name, attributes }, secret)}`
    }
    if (slash)
      open.length = Math.max(
        0,
        open.findLastIndex((tag) => tag.name === name),
      )
    else if (!isVoid.test(name)) open.push({ name, attributes })
  }
  const inside = open.at(-1)
  return inside ? `the text of ${shown(inside, secret)}` : 'the text of the page'
}

function shown({ name, attributes }: Tag, secret: string): string {
  const shown = [...attributes.matchAll(naming)]
    .filter(([, , value = '']) => value !== '' && !value.includes(secret))
    .map(([, key, value]) => ` ${key}="${value}"`)
  return `<${name}${shown.join('')}>`
}
