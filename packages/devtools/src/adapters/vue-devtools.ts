import type { setupDevToolsPlugin } from '@vue/devtools-api'
import type { App } from 'vue'
import { describe } from '../chart-graph/describe.ts'
import { liveSource } from '../source/live-source.ts'
import type { PanelSource } from '../source/panel-source.ts'
import type { Inspector } from '../trace/inspector.ts'
import type { TraceEvent } from '../trace/trace-event.ts'
import { sentenceOf } from '../words/sentence.ts'
import { type StateNode, stateTree } from './state-tree.ts'

type Api = Parameters<Parameters<typeof setupDevToolsPlugin>[1]>[0]

export interface VueDevtoolsOptions {
  /** Shows the standalone page in a tab as well: its address, `http://127.0.0.1:4900/`. */
  readonly page?: string | undefined
}

const id = 'authchart'
const tag = { textColor: 0xffffff, backgroundColor: 0x4f5bd5 }

/**
 * Shows an inspector in Vue Devtools: the states as a tree, the context beside it, the trace as a layer of
 * the timeline. Needs `@vue/devtools-api`, which is loaded now. The returned function stops it; what was
 * shown stays.
 */
export function connectVueDevtools(
  app: App,
  inspector: Inspector,
  { page }: VueDevtoolsOptions = {},
): () => void {
  /** It may be set up more than once: again when its window opens. */
  const stops: (() => void)[] = []
  let isStopped = false
  void import('@vue/devtools-api').then(({ addCustomTab, setupDevToolsPlugin }) => {
    if (isStopped) return
    const plugin = { id, label: 'Authchart', packageName: '@authchart/devtools', app }
    setupDevToolsPlugin(plugin, (api) => {
      if (!isStopped) stops.push(show(api, liveSource(inspector)))
    })
    // The types include Node, where the API does nothing.
    const addTab: (tab: object) => void = addCustomTab
    const view = { type: 'iframe', src: page }
    if (page !== undefined)
      addTab({ name: id, title: 'Authchart', icon: 'i-carbon-tree-view', view })
  })
  return () => {
    isStopped = true
    for (const stop of stops.splice(0)) stop()
  }
}

function show(api: Api, source: PanelSource): () => void {
  const { graph, trace } = source
  api.addInspector({ id, label: 'Authchart', icon: 'account_tree' })
  api.addTimelineLayer({ id, label: 'Authchart', color: tag.backgroundColor })
  api.on.getInspectorTree((request) => {
    if (request.inspectorId !== id) return
    const marked = ({ tags, ...node }: StateNode): (typeof request.rootNodes)[number] => ({
      ...node,
      tags: tags.map((label) => ({ ...tag, label })),
      children: node.children.map(marked),
    })
    request.rootNodes = stateTree(graph, source.leaf(), request.filter).map(marked)
  })
  api.on.getInspectorState((request) => {
    if (request.inspectorId !== id) return
    const { route, context } = source.view()
    const listed = (values: object) =>
      Object.entries(values).map(([key, value]) => ({ key, value }))
    const node = graph.nodes.find((one) => one.id === request.nodeId)
    request.state = {
      now: listed({ state: source.leaf(), route }),
      context: listed(context),
      ...(node?.id && {
        [node.id]: listed({ what: describe(graph, node.id), waitsFor: node.invokes }),
      }),
    }
  })

  const add = (event: TraceEvent) => {
    const { id: _, at, lane, ...data } = event
    const { name, rest, isBad } = sentenceOf(event)
    const logType = isBad ? 'error' : 'default'
    const line = {
      time: at,
      title: name,
      subtitle: rest,
      data: { lane, ...data },
      logType,
    } as const
    api.addTimelineEvent({ layerId: id, event: line })
  }
  trace.events().forEach(add)
  return trace.subscribe((event) => {
    if (event) add(event)
    api.sendInspectorState(id)
    if (!event || event.type === 'transition') api.sendInspectorTree(id)
  })
}
