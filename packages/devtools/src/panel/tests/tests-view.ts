import type { PanelSource } from '../../source/panel-source.ts'
import { countVisits, type Visits } from '../../trace/visits.ts'
import { camera, wholeOf } from '../chart/camera.ts'
import { chartDrawing } from '../chart/chart-drawing.ts'
import { layoutOf } from '../chart/layout-of.ts'
import { attachPanZoom } from '../chart/pan-zoom.ts'
import { h, keep } from '../elements/h.ts'
import { iconButton } from '../elements/icon.ts'
import type { View } from '../view.ts'
import { coverageHeat, flowTallies, type Heat, levelOf, sessionHeat } from './heat.ts'
import { heatLegend } from './heat-legend.ts'
import { heatList } from './heat-list.ts'
import { unhandledRoutes } from './unhandled-routes.ts'

/** Below it, in px, not even the names of the flows have room beside each other. */
const leastWidth = 600

type Coverage = Parameters<typeof coverageHeat>[0]

/** What this session and generated walks have come by, what they have not, and why. */
export async function testsView(source: PanelSource): Promise<View> {
  const { graph } = source
  const layout = await layoutOf(graph)
  // The whole trace, independent of the selected moment.
  const { trace, screens, visits = countVisits(trace) } = source
  let coverage: Coverage | undefined
  /** How often files were opened. */
  let opened = 0
  let shown = ''

  const drawing = chartDrawing(graph, layout, (id) => list.look(id))
  const { frame, world, boxes } = drawing
  let scale = 1
  const look = camera(frame, world, (next) => {
    scale = next
    drawing.zoomed(next)
  })
  const legend = heatLegend()
  const whole = wholeOf(layout)
  const fit = () => look.lookAt(() => whole)
  /** The current state in full size. */
  function sightHere() {
    const box = boxes.get(source.leaf())
    return box ? { box, most: 1 } : whole
  }
  const here = () => look.lookAt(sightHere)
  /** All of it, where the names of the flows have room. */
  const begin = () => look.lookAt((width) => (width < leastWidth ? sightHere() : whole))
  attachPanZoom(frame, {
    move: look.pan,
    pinch: look.zoom,
    zoom: look.zoom,
    zoomFull: () => look.zoom(1 / scale),
    fit,
    here,
  })

  const list = heatList((id) => drawing.find(id === '' ? undefined : matching(id)))
  const matching = (text: string) =>
    new Set(layout.nodes.map(({ id }) => id).filter((id) => id.toLowerCase().includes(text)))
  const numbers = h('p', { class: 'quiet numbers', role: 'status' })
  const unhandled = h('section', { class: 'card' })
  const said = h('p', { class: 'bad', role: 'alert' })
  const of = h(
    'select',
    { 'aria-label': 'What is shown', onchange: () => update() },
    h('option', { value: 'session' }, 'This session'),
    h('option', { value: 'walks' }, 'Generated walks'),
  )
  const files = h('input', {
    type: 'file',
    accept: '.json,application/json',
    multiple: true,
    hidden: true,
    async onchange() {
      const chosen = [...(files.files ?? [])]
      files.value = ''
      if (chosen.length > 0) await open(chosen)
    },
  })
  const opener = h(
    'button',
    { type: 'button', class: 'button small', onclick: () => files.click() },
    'Open coverage…',
  )

  async function open(chosen: readonly File[]) {
    try {
      const { readCoverage } = await import('../../recording/read-coverage.ts')
      coverage = await readCoverage(chosen)
      opened += 1
      said.textContent = ''
      of.value = 'walks'
    } catch (error) {
      said.textContent = error instanceof Error ? error.message : 'These files cannot be read.'
    }
    update()
  }

  /** `undefined`: coverage is required, and there is none. */
  function heat(): Heat | undefined {
    if (of.value === 'session') return sessionHeat(graph, visits)
    return coverage && coverageHeat(coverage)
  }

  function update() {
    const counts = [...visits.leaves, ...visits.transitions]
    const key = JSON.stringify(of.value === 'session' ? counts : opened)
    if (key !== shown) {
      shown = key
      paint(heat())
    }
    const found = unhandledRoutes(screens, coverage, source.steps)
    keep(unhandled, found, () => [
      h('h2', {}, 'Routes your UI does not handle'),
      found.length === 0 && h('p', { class: 'quiet' }, 'None that has been seen so far.'),
      h(
        'ul',
        { class: 'rows' },
        ...found.map(({ route, why }) =>
          h('li', { class: 'step' }, h('code', {}, route), h('span', { class: 'quiet' }, why)),
        ),
      ),
    ])
  }

  function paint(hot: Heat | undefined) {
    // Nothing is known: nothing is hot.
    const { leaves, transitions, arrows } = hot ?? sessionHeat(graph, noVisits)
    const most = Math.max(1, ...leaves.map(({ count }) => count))
    const failed = new Set(
      leaves.flatMap(({ status, from }) => (status === 'failed' ? [from] : [])),
    )
    legend.element.hidden = hot === undefined
    legend.set(most, failed.size > 0)
    drawing.heat({
      flows: hot ? flowTallies(leaves) : new Map(),
      states: new Map(
        leaves.map(({ from, count, status }) => [
          from,
          {
            level: levelOf(count, most),
            says: hot ? `${status === 'failed' ? '✗ ' : ''}${count}×` : '',
          },
        ]),
      ),
      arrows,
      failed,
    })
    numbers.textContent = hot
      ? `${tally(leaves, 'states')} · ${tally(transitions, 'transitions')}`
      : ''
    empty.hidden = hot !== undefined
    list.element.hidden = hot === undefined
    list.set([...leaves, ...transitions])
  }

  const empty = h(
    'div',
    { class: 'card' },
    h('h2', {}, 'No walks yet'),
    h(
      'p',
      { class: 'prose' },
      'Generated walks leave ',
      h('code', {}, 'authchart-walks/coverage-*.json'),
      ' behind. Open those files here, all of them at once.',
    ),
    h(
      'p',
      { class: 'prose quiet' },
      'To get them, let walkTests run over your UI: docs/guides/testing.md. How many walks that are says ',
      h('code', {}, 'npx authchart-test plan'),
      '.',
    ),
  )
  const tools = h(
    'div',
    { class: 'tools', role: 'toolbar', 'aria-label': 'Tests' },
    of,
    opener,
    files,
    numbers,
    h('span', { class: 'grow' }),
    iconButton('here', 'Go to the current state', here),
    iconButton('minus', 'Zoom out', () => look.zoom(0.8)),
    iconButton('plus', 'Zoom in', () => look.zoom(1.25)),
    iconButton('fit', 'Show all', fit),
  )
  const aside = h(
    'aside',
    { class: 'details tests-details', 'aria-label': 'Coverage' },
    said,
    empty,
    unhandled,
    list.element,
  )
  return {
    name: 'Tests',
    element: h(
      'div',
      { class: 'timeline' },
      tools,
      h(
        'div',
        { class: 'timeline-body heat' },
        h('div', { class: 'chart-window' }, frame, legend.element),
        aside,
      ),
    ),
    update,
    show() {
      update()
      begin()
    },
  }
}

const noVisits: Visits = { leaves: new Map(), transitions: new Map(), stop: () => undefined }

function tally(rows: Heat['leaves'], what: string): string {
  const count = (wanted: string) => rows.filter(({ status }) => status === wanted).length
  const failed = count('failed')
  return `${count('taken')} of ${rows.length} ${what}${failed > 0 ? `, ${failed} failed` : ''}`
}
