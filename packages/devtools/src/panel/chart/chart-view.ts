import { chain } from '../../chart-graph/describe.ts'
import type { PanelSource } from '../../source/panel-source.ts'
import { h, keep } from '../elements/h.ts'
import { iconButton } from '../elements/icon.ts'
import { journeyTo, leafIn } from '../now/journey-to.ts'
import type { View } from '../view.ts'
import { type Box, camera, margin } from './camera.ts'
import { chartDrawing, readable } from './chart-drawing.ts'
import { layoutOf } from './layout-of.ts'
import { attachPanZoom } from './pan-zoom.ts'
import { stateCard } from './state-card.ts'

/** For a flow that is larger than the window: labels are readable and neighbours visible. */
const near = 0.7

/** What a window of that size shows around a state: as much as possible of its flow. */
function partAround(box: Box, flow: Box, width: number, height: number): Box {
  const size = {
    width: Math.max(box.width, (width - margin) / near),
    height: Math.max(box.height, (height - margin) / near),
  }
  return {
    x: startOf(box.x + box.width / 2, size.width, flow.x, flow.width),
    y: startOf(box.y + box.height / 2, size.height, flow.y, flow.height),
    ...size,
  }
}

/** With the middle where it is wanted, but not beyond the ends of the flow. */
function startOf(middle: number, size: number, from: number, length: number): number {
  if (size >= length) return from + (length - size) / 2
  return Math.min(Math.max(middle - size / 2, from), from + length - size)
}

/** The whole chart: the active state and its transitions, zoom, search, and a description of each state. */
export async function chartView(source: PanelSource): Promise<View> {
  const { graph } = source
  const layout = await layoutOf(graph)
  let selected: string | undefined
  let active = ''
  let found: readonly string[] = []
  const drawing = chartDrawing(graph, layout, (id) => select(id))
  const { frame, world, boxes } = drawing
  const look = camera(frame, world, drawing.zoomed)
  const card = h('aside', { class: 'details', 'aria-label': 'State', hidden: true })

  const fit = () => look.lookAt({ x: 0, y: 0, width: layout.width, height: layout.height })
  /** A state with its flow around it, where that can still be read. */
  function go(id: string) {
    const outer = chain(graph, id).at(-1)?.id ?? id
    const [box, flow] = [boxes.get(id), boxes.get(outer)]
    if (!box || !flow) return
    const { width, height } = frame.getBoundingClientRect()
    const isReadable = width / flow.width > readable && height / flow.height > readable
    look.lookAt(isReadable ? flow : partAround(box, flow, width, height), isReadable ? 0.9 : near)
  }
  const here = () => go(active)

  function select(id: string | undefined, isFar = false) {
    selected = id === selected && !isFar ? undefined : id
    card.hidden = selected === undefined
    keep(card, selected ?? null, () =>
      selected === undefined
        ? []
        : stateCard(
            graph,
            selected,
            (next) => select(next, true),
            () => select(undefined),
            source.journey && (() => journeyTo(source, leafIn(graph, selected ?? ''))),
          ),
    )
    card.scrollTop = 0
    drawing.mark(active, selected ?? active)
    if (isFar && selected !== undefined) go(selected)
  }

  const search = h('input', {
    type: 'search',
    class: 'search',
    placeholder: 'Find a state',
    'aria-label': 'Find a state',
    oninput() {
      const text = search.value.trim().toLowerCase()
      found =
        text === ''
          ? []
          : layout.nodes.map(({ id }) => id).filter((id) => id.toLowerCase().includes(text))
      drawing.find(text === '' ? undefined : new Set(found))
      hits.textContent = text === '' ? '' : `${found.length} found`
    },
    onkeydown(event: KeyboardEvent) {
      const next = found[(found.indexOf(selected ?? '') + 1) % found.length]
      if (event.key !== 'Enter' || next === undefined) return
      event.preventDefault()
      select(next, true)
    },
  })
  const hits = h('span', { class: 'quiet', role: 'status' })
  frame.addEventListener('click', () => select(undefined))
  attachPanZoom(frame, look, fit, here)

  function update() {
    const leaf = source.leaf()
    if (leaf === active) return
    active = leaf
    drawing.mark(active, selected ?? active)
    here()
  }

  const tools = h(
    'div',
    { class: 'tools', role: 'toolbar', 'aria-label': 'Chart' },
    search,
    hits,
    h('span', { class: 'grow' }),
    iconButton('here', 'Go to the current state', here),
    iconButton('minus', 'Zoom out', () => look.zoom(0.8)),
    iconButton('plus', 'Zoom in', () => look.zoom(1.25)),
    iconButton('fit', 'Show all', fit),
  )
  return {
    name: 'Chart',
    element: h(
      'div',
      { class: 'timeline' },
      tools,
      h('div', { class: 'timeline-body' }, frame, card),
    ),
    update,
    show() {
      active = ''
      update()
    },
  }
}
