/**
 * A plugin for markdown-it: a paragraph that begins with “React:” and one that begins with “Vue:” begin two tabs. The
 * first ends where the second begins; the second has what follows, until a paragraph that introduces no code. So the
 * pages need no syntax of the site.
 *
 * @param {import('vitepress').MarkdownRenderer} md
 */
export function frameworkTabs(md) {
  md.core.ruler.push('authchart-tabs', (state) => {
    const blocks = topBlocks(state.tokens)
    const html = (content) => [Object.assign(new state.Token('html_block', '', 0), { content })]
    const parts = []
    let index = 0
    while (index < blocks.length) {
      const tabs = labelOf(blocks[index]) === 'React' ? readTabs(blocks, index) : undefined
      if (!tabs) {
        parts.push(...blocks[index])
        index += 1
        continue
      }
      parts.push(
        ...html('<FrameworkTabs><template #react>\n'),
        ...tabs.react.flatMap(withoutLabel),
        ...html('</template><template #vue>\n'),
        ...tabs.vue.flatMap(withoutLabel),
        ...html('</template></FrameworkTabs>\n'),
      )
      index = tabs.end
    }
    state.tokens = parts
  })
}

/** The tokens of each paragraph, heading, list, fence … of the page. */
function topBlocks(tokens) {
  const blocks = []
  let depth = 0
  for (const token of tokens) {
    if (depth === 0) blocks.push([])
    blocks.at(-1).push(token)
    depth += token.nesting
  }
  return blocks
}

function readTabs(blocks, start) {
  const vue = blocks.findIndex((block, index) => index > start && labelOf(block) === 'Vue')
  const heading = blocks.findIndex((block, index) => index > start && isHeading(block))
  if (vue < 0 || (heading >= 0 && heading < vue)) return undefined
  let end = vue + 1
  while (end < blocks.length && belongsToCode(blocks[end])) end += 1
  return { react: blocks.slice(start, vue), vue: blocks.slice(vue, end), end }
}

const isHeading = ([first]) => first.type === 'heading_open'

const isParagraph = ([first]) => first.type === 'paragraph_open'

const belongsToCode = (block) =>
  block[0].type === 'fence' || (isParagraph(block) && block[1].content.endsWith(':'))

function labelOf(block) {
  if (!block || !isParagraph(block)) return undefined
  return /^(React|Vue):(?:\s|$)/.exec(block[1].content)?.[1]
}

/** A paragraph without its label; none at all where nothing is left. */
function withoutLabel(block) {
  const label = labelOf(block)
  if (!label) return block
  const [, inline] = block
  const [first] = inline.children
  first.content = first.content.replace(/^(?:React|Vue):\s*/, '')
  if (inline.content.length === label.length + 1) return []
  return block
}
