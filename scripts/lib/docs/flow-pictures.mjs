import { bundleSources } from './bundle-sources.mjs'

/**
 * The diagrams of the chart page as pictures of our own, drawn when the site is built: a page with Mermaid would load
 * a megabyte for them.
 *
 * @returns what turns each fence `mermaid` of a page into the picture of the flow of its heading
 */
export async function flowPictures() {
  const { default: Elk } = await import('elkjs')
  const { authMachine, chartGraph, layOut, svgOf } = await bundleSources('chart-sources.mjs')
  const graph = chartGraph(authMachine)
  const svgs = new Map()
  for (const { id } of graph.nodes.filter(({ parent }) => parent === '')) {
    const flow = flowGraph(graph, id)
    svgs.set(id, svgOf(flow, await layOut(flow, new Elk()), `The states of ${id}`))
  }
  const drawn = new WeakMap()
  return {
    get: (token) => drawn.get(token),
    plugin: (md) =>
      md.core.ruler.push('authchart-pictures', ({ tokens }) => {
        let heading = ''
        for (const [index, token] of tokens.entries()) {
          if (token.type === 'heading_open') heading = tokens[index + 1].content
          if (token.type === 'fence' && token.info === 'mermaid' && svgs.has(heading))
            drawn.set(token, `<div class="flow-picture" v-pre>${inline(svgs.get(heading))}</div>\n`)
        }
      }),
  }
}

/** A flow, and of the others the states without what is in them. */
function flowGraph({ nodes, edges }, flow) {
  const isMine = (id) => id === flow || id.startsWith(`${flow}.`)
  return {
    nodes: nodes.filter(({ id }) => id === '' || isMine(id)),
    edges: edges.filter(({ source, target }) => isMine(source) && target && isMine(target)),
  }
}

/** The style of the pictures is in the theme: a style inside of a page would end its template. */
function inline(svg) {
  return svg.replace(/<style>[\s\S]*?<\/style>\n?/, '').replace(/\n/g, '')
}
