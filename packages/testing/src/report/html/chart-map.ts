import type { Coverage, Row, TransitionRow } from '../coverage.ts'
import { escapeMarkup } from '../escape-markup.ts'
import { heatScale } from './heat.ts'
import { idOf, stateOf } from './words.ts'

interface Box {
  readonly name: string
  readonly boxes: Map<string, Box>
  row?: Row
}

/** The chart as nested boxes; each leaf opens to its transitions, without any script. */
export function chartMap({ leaves, transitions }: Coverage): string {
  const scale = heatScale(leaves)
  const outOf = new Map<string, TransitionRow[]>()
  for (const transition of transitions) {
    const list = outOf.get(transition.from) ?? []
    list.push(transition)
    outOf.set(transition.from, list)
  }

  function draw({ name, row, boxes }: Box, depth: number): string {
    if (row) return drawLeaf(row, scale.classOf(row), outOf.get(row.name) ?? [])
    const inside = [...boxes.values()].map((box) => draw(box, depth + 1)).join('\n')
    const level = Math.min(depth, 5)
    return `<section class="box"><h${level}>${escapeMarkup(name)}</h${level}><div class="inside">${inside}</div></section>`
  }

  const legend = scale.legend.map(({ level, text }) => {
    const meaning = level === 0 ? 'dashed: not walked' : `visits: ${text}`
    return `<li class="heat-${level}">${meaning}</li>`
  })
  return [
    `<ul class="legend">${legend.join('')}<li class="failed">✗ double border: failed</li></ul>`,
    `<div class="map">${[...nest(leaves).boxes.values()].map((box) => draw(box, 3)).join('\n')}</div>`,
  ].join('\n')
}

function nest(leaves: readonly Row[]): Box {
  const root: Box = { name: '', boxes: new Map() }
  for (const row of leaves) {
    let at = root
    for (const name of row.name.split('.')) {
      const box = at.boxes.get(name) ?? { name, boxes: new Map() }
      at.boxes.set(name, box)
      at = box
    }
    at.row = row
  }
  return root
}

function drawLeaf(row: Row, look: string, transitions: readonly TransitionRow[]): string {
  const name = row.name.split('.').at(-1) ?? row.name
  const items = transitions.map(({ to, label, alike, ...rest }) => {
    const others = alike > 0 ? ` and ${alike} alike` : ''
    const target = `<a href="#${idOf(to)}">${escapeMarkup(to)}</a>`
    return `<li>${escapeMarkup(label)}${others} → ${target}: ${stateOf(rest)}</li>`
  })
  const list =
    items.length > 0 ? `<ul>${items.join('')}</ul>` : '<ul><li>no transition leaves it</li></ul>'
  return `<details class="leaf ${look}" id="${idOf(row.name)}"><summary><b>${escapeMarkup(name)}</b><br>${stateOf(row)}</summary>${list}</details>`
}
