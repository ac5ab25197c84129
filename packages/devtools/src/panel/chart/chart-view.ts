import { chain } from '../../chart-graph/describe.ts'
import type { PanelSource } from '../../source/panel-source.ts'
import { h, keep } from '../elements/h.ts'
import { iconButton } from '../elements/icon.ts'
import { journeyTo, leafIn } from '../now/journey-to.ts'
import type { View } from '../view.ts'
import { type Box, camera, clamp, margin, wholeOf } from './camera.ts'
import { chartDrawing, roomFor } from './chart-drawing.ts'
import { hereMarker } from './here-marker.ts'
import { layoutOf } from './layout-of.ts'
import { attachPanZoom } from './pan-zoom.ts'
import { stateCard } from './state-card.ts'

/** What a window of that size shows around a state: as much as possible of its flow. */
function partAround(box: Box, flow: Box, width: number, height: number, scale: number): Box {
  const size = {
    width: Math.max(box.width, (width - margin) / scale),
    height: Math.max(box.height, (height - margin) / scale),
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
  const look = camera(frame, world, moved)
  let scale = 1
  /** The camera goes where the flow goes, until the user moves it. */
  let isFollowing = true
  /** The scale that the user has chosen for that; else what suits the flow. */
  let chosen: number | undefined
  const card = h('aside', { class: 'details', 'aria-label': 'State', hidden: true })

  function fit() {
    setFollowing(false)
    look.lookAt(() => wholeOf(layout))
  }
  /** A state with its flow around it, where all of that can be read; else as much as fits in full size. */
  function go(id: string, at?: number) {
    const outer = chain(graph, id).at(-1)?.id ?? id
    const [box, flow] = [boxes.get(id), boxes.get(outer)]
    if (!box || !flow) return
    look.lookAt((width, height) => {
      const whole = Math.min((width - margin) / flow.width, (height - margin) / flow.height)
      if (at === undefined && whole >= roomFor.words) return { box: flow, most: 1 }
      return { box: partAround(box, flow, width, height, at ?? 1), most: at ?? 1 }
    })
  }
  function setFollowing(next: boolean) {
    isFollowing = next
    follow.setAttribute('aria-pressed', String(next))
  }
  function here() {
    setFollowing(true)
    chosen = undefined
    go(active)
  }
  /** Around the current state while the camera follows it. */
  function zoom(by: number) {
    if (!isFollowing) return look.zoom(by)
    chosen = clamp((chosen ?? scale) * by)
    go(active, chosen)
  }
  const zoomFull = () => zoom(1 / (isFollowing ? (chosen ?? scale) : scale))
  function moved(next: number) {
    scale = next
    drawing.zoomed(next)
    percent.textContent = `${Math.round(next * 100)} %`
    const box = boxes.get(active)
    const { width, height } = frame.getBoundingClientRect()
    if (box && width > 0) marker.point(active, look.placeOf(box), width, height)
  }

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
    if (!isFar || selected === undefined) return
    setFollowing(false)
    go(selected)
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
  const marker = hereMarker(here)
  const percent = h('button', {
    type: 'button',
    class: 'percent',
    title: 'Zoom to 100 %',
    onclick: zoomFull,
  })
  const follow = iconButton('here', 'Follow the current state', () =>
    isFollowing ? setFollowing(false) : here(),
  )
  setFollowing(true)
  attachPanZoom(frame, {
    move(x, y) {
      setFollowing(false)
      look.pan(x, y)
    },
    pinch(by, x, y) {
      setFollowing(false)
      look.zoom(by, x, y)
    },
    zoom,
    zoomFull,
    fit,
    here,
  })

  function update() {
    const leaf = source.leaf()
    if (leaf === active) return
    active = leaf
    drawing.mark(active, selected ?? active)
    if (isFollowing) go(active, chosen)
    else moved(scale)
  }

  const tools = h(
    'div',
    { class: 'tools', role: 'toolbar', 'aria-label': 'Chart' },
    search,
    hits,
    h('span', { class: 'grow' }),
    follow,
    iconButton('minus', 'Zoom out', () => zoom(0.8)),
    percent,
    iconButton('plus', 'Zoom in', () => zoom(1.25)),
    iconButton('fit', 'Show all', fit),
  )
  return {
    name: 'Chart',
    element: h(
      'div',
      { class: 'timeline' },
      tools,
      h(
        'div',
        { class: 'timeline-body' },
        h('div', { class: 'chart-window' }, frame, marker.element),
        card,
      ),
    ),
    update,
    show() {
      active = ''
      update()
    },
  }
}
