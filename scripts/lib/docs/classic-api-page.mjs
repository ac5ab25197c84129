import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, posix } from 'node:path'
import { routeOf } from '@authchart/machine'
import { authMachine } from '@authchart/machine/xstate'
import { root } from '../paths.mjs'
import { classicApi } from './classic-api.mjs'

const heading = `# The classic Auth API in Authchart

For each function of the classic Amplify \`Auth\`: the route of its screen, the action of the view, the next state of the chart, the request, and the test against the
sandbox. \`npm run docs\` generates this page from \`scripts/lib/docs/classic-api.mjs\` and the chart; \`npm test\` fails when it is stale or names something that does not
exist.

| classic | route | action | next state | Cognito | test |
|---|---|---|---|---|---|
`

/**
 * The page as it should be.
 *
 * @throws Error for an event that the chart does not take, or a test that does not exist
 */
export function classicApiPage() {
  return heading + classicApi.map(toRow).join('')
}

/** @param {import('./classic-api.mjs').ClassicFunction} entry */
function toRow({ classic, event, route, action, operation, test }) {
  const found = event ? lookUp(event) : { routes: [route], targets: [] }
  const cells = [
    code(classic),
    found.routes.map(code).join(' '),
    code(action),
    found.targets.map(code).join(' '),
    operation,
    link(test),
  ]
  return `| ${cells.join(' | ')} |\n`
}

const code = (text) => `\`${text}\``

/** The routes where the chart takes an event, and the leaves that it leads to. */
function lookUp(event) {
  const transitions = nodesOf(authMachine.root).flatMap((node) =>
    (node.transitions.get(event) ?? []).map((transition) => ({ node, transition })),
  )
  if (transitions.length === 0) throw new Error(`The chart takes no event "${event}"`)
  const routes = transitions.flatMap(({ node }) => leavesOf(node).map((path) => routeOf[path]))
  const targets = transitions.flatMap(({ transition }) =>
    (transition.target ?? []).map((node) => node.path.join('.')),
  )
  return { routes: unique(routes).slice(0, 1), targets: unique(targets) }
}

const nodesOf = (node) => [node, ...Object.values(node.states).flatMap(nodesOf)]

const leavesOf = (node) =>
  nodesOf(node)
    .filter(({ type }) => type === 'atomic')
    .map(({ path }) => path.join('.'))

const unique = (values) => [...new Set(values)]

function pathOfTest(name) {
  const folder = 'packages/machine/test'
  const found = readdirSync(join(root, folder), { recursive: true }).find(
    (path) => basename(path) === name,
  )
  if (!found) throw new Error(`${folder} has no ${name}`)
  return posix.join(folder, found.replaceAll('\\', '/'))
}

function link([file, title]) {
  const path = pathOfTest(`${file}.test.ts`)
  if (!readFileSync(join(root, path), 'utf8').includes(title)) {
    throw new Error(`${path} has no test "${title}"`)
  }
  return `[${file}](../${path}): ${title.replace(/%s.*$/, '…')}`
}
