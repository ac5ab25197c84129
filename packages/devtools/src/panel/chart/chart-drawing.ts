import type { ChartGraph } from '../../chart-graph/chart-graph.ts'
import { chain } from '../../chart-graph/describe.ts'
import { type ChartLayout, type PlacedNode, type } from '../../chart-rendering/layout.ts'
import { roundedPath } from '../../chart-rendering/rounded-path.ts'
import { s } from '../elements/h.ts'
import { type FlowName, namesApart, namesInside, roomOf } from './flow-names.ts'

export interface ChartDrawing {
  readonly world: SVGGElement
  readonly frame: SVGSVGElement
  readonly boxes: ReadonlyMap<string, PlacedNode>
  /** Marks the active and the selected state, and draws the transitions out of the selected one. */
  mark(active: string, selected: string): void
  /** Shows how often states and arrows were taken: `levels` and counts by their ids, and where something failed. */
  heat(of: HeatOf): void
  /** Sets the scale of the picture: labels too small to read are hidden. */
  zoomed(scale: number): void
  /** Lets those that match stand out; all where nothing is looked for. */
  find(matches: ReadonlySet<string> | undefined): void
}

/** `level`: 0 for what was not taken, up to 4. */
interface HeatOf {
  readonly states: ReadonlyMap<string, { readonly level: number; readonly says: string }>
  /** Beside the names of the flows. */
  readonly flows: ReadonlyMap<string, string>
  readonly arrows: ReadonlyMap<string, number>
  readonly failed: ReadonlySet<string>
}

/**
 * Below these scales there is no room for texts of 11 px: for the words on arrows, for the names of states, for a count
 * in a state.
 */
export const roomFor = { words: 0.85, states: 0.66, counts: 0.4 } as const

/** Markers are found by their ids: those of a picture that is hidden are none. */
let drawings = 0

/** The whole chart, from its places: made once, marked again and again. */
export function chartDrawing(
  graph: ChartGraph,
  layout: ChartLayout,
  onSelect: (id: string) => void,
): ChartDrawing {
  drawings += 1
  const number = drawings
  const [tipIn, tipOut] = [`url(#tip-${number})`, `url(#tip-out-${number})`]
  const boxes = new Map(layout.nodes.map((node) => [node.id, node]))
  const compound = new Set(graph.nodes.map(({ parent }) => parent))
  const states = new Map<string, SVGGElement>()
  const lines = new Map<string, readonly SVGElement[]>()
  /** The names of top-level flows: above everything else, since they are read from afar. */
  const names = new Map<string, FlowName>()
  const paths = s('g', { class: 'ways', 'aria-hidden': 'true' })

  function state(node: ChartGraph['nodes'][number]) {
    const box = boxes.get(node.id)
    if (!box) return undefined
    const { x, y, width, height } = box
    const isFlow = compound.has(node.id)
    const isOuter = isFlow && !node.parent
    const text = isFlow
      ? s('text', { x: x + 14, y: y + 22, class: 'flow-name' }, node.key)
      : s(
          'text',
          { x: x + width / 2, y: y + height / 2 + 4.5, 'text-anchor': 'middle', class: 'name' },
          node.key,
        )
    const group = s(
      'g',
      {
        class: isOuter ? 'flow' : isFlow ? 'flow inner' : 'state',
        role: 'button',
        'aria-label': node.id,
        onclick: (event: Event) => {
          event.stopPropagation()
          onSelect(node.id)
        },
      },
      s('rect', { x, y, width, height, rx: isFlow ? 10 : 7 }),
      node.invokes.length > 0 &&
        !isFlow &&
        s('path', { class: 'asks', d: `M${x + 5} ${y + 9}v${height - 18}` }),
      !isOuter && text,
    )
    if (isOuter) names.set(node.id, { text, box })
    states.set(node.id, group)
    return group
  }

  const drawn = graph.nodes.map((node) => [compound.has(node.id), state(node)] as const)
  const flows = drawn.flatMap(([isFlow, group]) => (isFlow && group ? [group] : []))
  const leaves = drawn.flatMap(([isFlow, group]) => (!isFlow && group ? [group] : []))
  const arrows = layout.edges.map(({ id, points, label }) => {
    const line = s('path', { class: 'edge', d: roundedPath(points), 'marker-end': tipIn })
    const text =
      label &&
      s(
        'text',
        { class: 'edge-label', y: label.y + type.edge },
        ...label.lines.map((words, at) =>
          s('tspan', { x: label.x, dy: at > 0 ? type.lineHeight : 0 }, words),
        ),
      )
    lines.set(id, text ? [line, text] : [line])
    return { line, text }
  })
  const tip = (id: string, name: string) =>
    s(
      'marker',
      {
        id,
        class: name,
        viewBox: '0 0 8 8',
        refX: 7,
        refY: 4,
        markerWidth: 7,
        markerHeight: 7,
        orient: 'auto',
      },
      s('path', { d: 'M0 .5 8 4 0 7.5z' }),
    )
  const world = s(
    'g',
    {},
    s('g', {}, ...flows),
    s('g', { 'aria-hidden': 'true' }, ...arrows.map(({ line }) => line)),
    paths,
    s('g', {}, ...leaves),
    s('g', { 'aria-hidden': 'true' }, ...arrows.map(({ text }) => text)),
    s(
      'g',
      { class: 'names', 'aria-hidden': 'true' },
      ...[...names.values()].map(({ text }) => text),
    ),
  )
  const frame = s(
    'svg',
    {
      class: 'chart',
      tabindex: 0,
      role: 'group',
      'aria-label':
        'Chart. Arrows move, plus and minus zoom, 1 is 100 %, 0 shows all, Home the current state.',
    },
    s('defs', {}, tip(`tip-${number}`, 'tip'), tip(`tip-out-${number}`, 'tip-out')),
    world,
  )

  function drawPaths(from: string) {
    paths.replaceChildren()
    const around = chain(graph, from).map(({ id }) => id)
    const targets = new Set(
      graph.edges.flatMap(({ source, target }) =>
        target && target !== from && around.includes(source) ? [target] : [],
      ),
    )
    const mine = boxes.get(from)
    for (const target of targets) {
      const isDrawn = (lines.get(`${from} → ${target}`) ?? []).length > 0
      const box = boxes.get(target)
      if (!mine || !box || isDrawn) continue
      paths.append(s('path', { class: 'way', d: curve(mine, box), 'marker-end': tipOut }))
    }
    return targets
  }

  /** Below its name; where there is no room for that, in its place. */
  function badge(group: SVGGElement, id: string, says: string) {
    const box = boxes.get(id)
    if (!box) return
    const { x, y, width, height } = box
    group.querySelector('.badge')?.remove()
    const middle = { x: x + width / 2, y: y + height / 2, 'text-anchor': 'middle' }
    group.append(s('text', { class: 'badge', ...middle }, says))
  }

  let [current, size] = ['', 1]
  /** Names of flows leave room for that of the current state. */
  function placeNames() {
    const flows = [...names.values()]
    if (size >= roomFor.states) return namesInside(flows)
    const here = boxes.get(current)
    const key = states.get(current)?.querySelector('.name')?.textContent ?? ''
    namesApart(flows, size, here && key !== '' ? [centred(here, roomOf(here, key, size))] : [])
  }

  return {
    world,
    frame,
    boxes,
    mark(active, selected) {
      const around = new Set(chain(graph, active).map(({ id }) => id))
      const targets = drawPaths(selected)
      current = active
      const here = states.get(active)
      // Above its neighbours, since its name is larger than its box when the picture is small.
      here?.parentNode?.append(here)
      for (const [id, group] of states) {
        group.classList.toggle('here', id === active)
        group.classList.toggle('around', around.has(id) && id !== active)
        names.get(id)?.text.classList.toggle('around', around.has(id))
        group.classList.toggle('selected', id === selected && id !== active)
        group.classList.toggle('next', targets.has(id))
      }
      for (const [id, parts] of lines) {
        const isOut = id.startsWith(`${selected} → `)
        for (const part of parts) part.classList.toggle('out', isOut)
        parts[0]?.setAttribute('marker-end', isOut ? tipOut : tipIn)
      }
      placeNames()
    },
    heat({ states: taken, flows, arrows, failed }) {
      for (const [id, { text }] of names) {
        const key = graph.nodes.find((node) => node.id === id)?.key ?? id
        text.textContent = [key, flows.get(id)].filter(Boolean).join(' ')
      }
      for (const [id, group] of states) {
        const known = taken.get(id)
        if (!known) continue
        const { level, says } = known
        for (let one = 0; one <= 4; one += 1) group.classList.toggle(`heat-${one}`, one === level)
        group.classList.toggle('failed', failed.has(id))
        group.setAttribute('aria-label', says === '' ? id : `${id}: ${says}`)
        badge(group, id, says)
      }
      for (const [id, [line]] of lines) {
        line?.classList.toggle('untaken', (arrows.get(id) ?? 0) === 0)
      }
      placeNames()
    },
    zoomed(scale) {
      if (scale === size) return
      size = scale
      frame.classList.toggle('mid', scale < roomFor.words)
      frame.classList.toggle('far', scale < roomFor.states)
      frame.classList.toggle('tiny', scale < roomFor.counts)
      frame.style.setProperty('--scale', String(scale))
      placeNames()
    },
    find(matches) {
      for (const [id, group] of states) {
        group.classList.toggle('dim', matches !== undefined && !matches.has(id))
        group.classList.toggle('found', matches?.has(id) ?? false)
      }
    },
  }
}

/** A room of that size in the middle of a box. */
const centred = (box: PlacedNode, { width, height }: Pick<PlacedNode, 'width' | 'height'>) => ({
  x: box.x + (box.width - width) / 2,
  y: box.y + (box.height - height) / 2,
  width,
  height,
})

/** A curve between the sides of two boxes; around them if they are above each other. */
function curve(from: PlacedNode, to: PlacedNode): string {
  const isRight = to.x >= from.x + from.width
  const isLeft = to.x + to.width <= from.x
  const [y1, y2] = [from.y + from.height / 2, to.y + Math.min(16, to.height / 2)]
  const x1 = isLeft ? from.x : from.x + from.width
  const x2 = isRight ? to.x : to.x + to.width
  const bow = Math.max(40, Math.min(240, Math.abs(x2 - x1) / 2))
  const [out, back] = [isLeft ? -bow : bow, isRight ? -bow : bow]
  return `M${x1} ${y1}C${x1 + out} ${y1} ${x2 + back} ${y2} ${x2} ${y2}`
}
