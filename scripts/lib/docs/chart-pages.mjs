import { bundleSources } from './bundle-sources.mjs'

const intro = `# The chart

Every state of \`authMachine\` and its transitions. \`npm run docs\` draws them from the chart; \`npm test\` fails when this page is stale.
To get the chart as JSON for Stately's editor: \`npm run --silent docs -- --stately > chart.json\`.

![The chart: from restoring over sign-in and its challenges to signed in](chart.svg)

- A box with a bar waits for a response. A red arrow is a failure, a dashed arrow is a timer.
- Between flows the picture shows the shortest paths from \`signIn\`, and the transitions that lead to \`signedIn\`. It leaves out the
  transitions between challenges: Cognito may follow each challenge with any other.
`

/**
 * The text of each page and picture that is drawn from the chart, by its path in the repository.
 *
 * @returns {Promise<Record<string, string>>}
 */
export async function chartPages() {
  const { default: Elk } = await import('elkjs')
  const { authMachine, chartGraph, layOut, mermaidOf, packLayout, svgOf } =
    await bundleSources('chart-sources.mjs')
  const graph = chartGraph(authMachine)
  const layout = await layOut(graph, new Elk())
  const flows = graph.nodes.filter(({ parent }) => parent === '')
  return {
    'docs/chart.md': [intro, ...flows.map((flow) => section(flow, graph, mermaidOf))].join('\n'),
    'docs/chart.svg': svgOf(graph, layout, 'The chart of all auth states'),
    'packages/devtools/src/chart-rendering/auth-layout.gen.json': `${JSON.stringify(packLayout(layout))}\n`,
  }
}

/** The chart as JSON for Stately's editor. */
export async function statelyJson() {
  const { authMachine, statelyJsonOf } = await bundleSources('chart-sources.mjs')
  return statelyJsonOf(authMachine)
}

/** One flow: its description, its requests and its diagram. */
function section({ id, description = '' }, graph, mermaidOf) {
  const actors = graph.nodes
    .filter((node) => node.id === id || node.id.startsWith(`${id}.`))
    .flatMap(({ invokes }) => invokes)
  const requests =
    actors.length > 0 ? `\n\nRequests: ${[...new Set(actors)].map(code).join(', ')}.` : ''
  return `## ${id}\n\n${description}.${requests}\n\n\`\`\`mermaid\n${mermaidOf(graph, id)}\`\`\`\n`
}

const code = (text) => `\`${text}\``
