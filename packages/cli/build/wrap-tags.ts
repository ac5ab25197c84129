const width = 100

/** Start tags that are too long for a line, with an attribute in each. */
export function wrapTags(text: string): string {
  return text
    .split('\n')
    .map((line) => (line.length > width ? wrapTag(line) : line))
    .join('\n')
}

function wrapTag(line: string): string {
  const [, indent = '', tag, attributes = '', end = '', rest = ''] =
    /^( *)<([\w-]+)((?: [^\s=>/]+(?:="[^"]*")?)+)( \/>|>)(.*)$/.exec(line) ?? []
  if (tag === undefined) return line
  const list = [...attributes.matchAll(/ ([^\s=]+(?:="[^"]*")?)/g)].map(
    ([, attribute]) => `${indent}  ${attribute}`,
  )
  const closing = rest.endsWith(`</${tag}>`) ? rest.slice(0, -`</${tag}>`.length) : undefined
  const inner = closing === undefined ? rest : `\n${indent}  ${closing}\n${indent}</${tag}>`
  return [`${indent}<${tag}`, ...list, `${indent}${end.trim()}${inner}`].join('\n')
}
