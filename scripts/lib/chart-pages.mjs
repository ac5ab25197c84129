import { build } from 'esbuild'
import { root } from './paths.mjs'

const intro = `# The chart

Every state of \`authMachine\` and how one leads to the next. Drawn from the chart itself by \`npm run docs\`; \`npm test\` fails when this page
is stale. The same as JSON for Stately's editor: [chart.gen.json](chart.gen.json).

![The chart: from restoring over sign-in and its challenges to signed in](chart.svg)

A box with a bar waits for an answer; a red arrow is a failure, a dashed one a timer. Between flows only the shortest ways from \`signIn\` are drawn,
and what leads to \`signedIn\`: from every challenge Cognito may lead to every other.
`

/**
 * What is drawn from the chart, by its path in the repository.
 *
 * @returns {Promise<Record<string, string>>}
 */
export async function chartPages() {
  const { default: Elk } = await import('elkjs')
  const { authMachine, chartGraph, layOut, mermaidOf, statelyJsonOf, svgOf } = await sources()
  const graph = chartGraph(authMachine)
  const layout = await layOut(graph, new Elk())
  const flows = graph.nodes.filter(({ parent }) => parent === '')
  return {
    'docs/chart.md': [intro, ...flows.map((flow) => section(flow, graph, mermaidOf))].join('\n'),
    'docs/chart.svg': svgOf(graph, layout, 'The chart of all auth states'),
    'docs/chart.gen.json': statelyJsonOf(authMachine),
    'packages/devtools/src/chart/auth-layout.gen.json': `${JSON.stringify(layout)}\n`,
  }
}

/** One flow: what it is for, what it asks Cognito for, and its diagram. */
function section({ id, description = '' }, graph, mermaidOf) {
  const asks = graph.nodes
    .filter((node) => node.id === id || node.id.startsWith(`${id}.`))
    .flatMap(({ invokes }) => invokes)
  const asked = asks.length > 0 ? `\n\nAsks: ${[...new Set(asks)].map(code).join(', ')}.` : ''
  return `## ${id}\n\n${description}.${asked}\n\n\`\`\`mermaid\n${mermaidOf(graph, id)}\`\`\`\n`
}

const code = (text) => `\`${text}\``

/** They are TypeScript, and not every Node that runs this can read that. */
async function sources() {
  const { outputFiles } = await build({
    stdin: {
      contents: `export * from './packages/devtools/src/pictures/index.ts'
export { layOut } from './packages/devtools/src/pictures/lay-out.ts'
export { authMachine } from './packages/machine/src/chart/machine.ts'`,
      resolveDir: root,
    },
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
  })
  const [file] = outputFiles
  return import(`data:text/javascript,${encodeURIComponent(file?.text ?? '')}`)
}
