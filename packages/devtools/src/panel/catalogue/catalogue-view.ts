import { type CataloguePlace, cataloguePlaces, unknownView } from '../../app-ui/catalogue-places.ts'
import { serveFrames, unknownPlace } from '../../app-ui/preview-frame.ts'
import type { PanelSource } from '../../source/panel-source.ts'
import { h } from '../elements/h.ts'
import type { View } from '../view.ts'
import { catalogueFrame, type Shot, shotOf } from './catalogue-frame.ts'
import { type CatalogueTile, catalogueTile } from './catalogue-tile.ts'
import { isEmpty, type Shown } from './is-empty.ts'
import { turns } from './turns.ts'

type Missing = Exclude<Shot, { kind: 'shown' }>

/** Pages that load at the same time. */
const atOnce = 6

/** The UI of the app on every route, side by side: frames of this page, in which nothing acts. */
export function catalogueView({ steps }: Pick<PanelSource, 'steps'>): View {
  const said = h('p', { class: 'quiet', role: 'status' })
  const grid = h('ul', { class: 'tiles' })
  /** Shows a route that no app knows. */
  const aside = h('div', { class: 'unseen', inert: true })
  const element = h(
    'div',
    { class: 'catalogue', role: 'group', tabindex: 0, 'aria-label': 'Catalogue' },
    said,
    grid,
    aside,
  )
  let places: readonly CataloguePlace[] | undefined
  let stop: (() => void) | undefined

  function begin() {
    places ??= cataloguePlaces(steps)
    stop ??= show(places)
  }

  function show(all: readonly CataloguePlace[]): () => void {
    const window = element.ownerDocument.defaultView ?? globalThis.window
    const stopServing = serveFrames(window, (id) =>
      id === unknownPlace ? unknownView(all) : all.find((place) => place.id === id)?.view,
    )
    const turn = turns(atOnce)
    let isHopeless = false
    const shown = new Map<CatalogueTile, Shown>()
    const unknown = turn(() => shoot(unknownPlace, 'A route that does not exist', aside))
    const tiles = all.map((place) => catalogueTile(place, (tile) => void fill(place, tile)))
    grid.replaceChildren(...tiles.map(({ element }) => element))
    const routes = new Set(all.map(({ route }) => route)).size
    said.className = 'quiet'
    said.textContent = `Your app on its ${routes} routes, with examples for data. Nothing in here acts.`

    async function fill({ id, route }: CataloguePlace, tile: CatalogueTile) {
      if (isHopeless) return
      const shot = await turn(async () => (isHopeless ? undefined : shoot(id, route, tile.frame)))
      if (shot && isForAll(shot)) return giveUp(shot)
      const other = await unknown
      aside.replaceChildren()
      if (shot?.kind !== 'shown') return shot && tile.say(wordsOf(shot), false)
      shown.set(tile, { route, content: shot.content })
      judge(other?.kind === 'shown' ? other.content : new Set())
    }

    /** Again with each page that comes: it is compared with the others. */
    function judge(unknown: ReadonlySet<number>) {
      for (const [tile, page] of shown) {
        const isBad = isEmpty(page, shown.values(), unknown)
        tile.say(isBad ? 'This route shows nothing of its own.' : '', !isBad)
      }
    }

    function clear() {
      stopServing()
      for (const tile of tiles) tile.stop()
      grid.replaceChildren()
      aside.replaceChildren()
    }

    /** One sentence at once, where every frame would say the same. */
    function giveUp(shot: Missing) {
      if (isHopeless) return
      isHopeless = true
      clear()
      said.textContent = wordsOf(shot)
      said.className = 'bad'
    }

    void unknown.then((shot) => shot && isForAll(shot) && giveUp(shot))
    return () => {
      isHopeless = true
      clear()
    }
  }

  return {
    name: 'Catalogue',
    element,
    update() {},
    show: begin,
    hide() {
      stop?.()
      stop = undefined
    },
  }
}

/** Whether it is the same for every frame of this page. */
const isForAll = (shot: Shot): shot is Missing =>
  shot.kind === 'blocked' || (shot.kind === 'late' && shot.isSure)

async function shoot(id: string, title: string, into: HTMLElement): Promise<Shot | undefined> {
  const frame = catalogueFrame(id, title)
  into.replaceChildren(frame)
  return shotOf(frame)
}

function wordsOf(shot: Missing): string {
  if (shot.kind === 'blocked') return 'This page does not let itself be shown in a frame.'
  return shot.isSure
    ? 'inspectAuth() comes too late for the screens of this app: they have read what to show before. Call it next to createAuth(), before the app draws itself.'
    : 'This page took too long, or inspectAuth() is not called in it.'
}
