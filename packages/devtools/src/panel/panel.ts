import { leafName } from '@authchart/machine/xstate'
import type { PanelSource } from '../source/panel-source.ts'
import { type TimeTravelSource, timeTravelSource } from '../source/time-travel-source.ts'
import { h } from './elements/h.ts'
import { iconButton } from './elements/icon.ts'
import { lazyView } from './lazy-view.ts'
import { nowView } from './now/now-view.ts'
import { panelStyles } from './styles/panel-styles.ts'
import { type Tabs, tabs } from './tabs.ts'
import type { Recorded } from './time/recorded.ts'
import type { TimeTravel } from './time/time-travel.ts'
import { timelineView } from './timeline/timeline-view.ts'
import { bringToFront } from './window/bring-to-front.ts'
import { claimSlot } from './window/claim-slot.ts'
import { type Launcher, launcher } from './window/launcher.ts'
import { type PanelWindow, panelWindow } from './window/panel-window.ts'

export const panelTag = 'authchart-inspector'

/** On a server there is none; nothing is mounted there either. */
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement)

/** The inspector in a page: a button at the lower right that opens a panel at the bottom. */
export class InspectorPanel extends Base {
  #source: PanelSource | undefined
  /** What the views show: the source now or earlier, or what was recorded elsewhere. */
  #time: TimeTravelSource | undefined
  #travel: TimeTravel | undefined
  readonly #travelSlot = h('div', {})
  #tabs: Tabs | undefined
  #window: PanelWindow | undefined
  /** The key of its stored values and of its window. */
  #key = ''
  #name = ''
  /** Its name, if the page has several panels. */
  #label = ''
  readonly #title = h('span', {}, 'Auth inspector')
  #stop: (() => void) | undefined
  #frame = 0
  #isOpen = false
  readonly #styles = panelStyles(this)
  readonly #launcher: Launcher = launcher(() => this.open())
  readonly #tag = h('span', { class: 'quiet cut' })
  readonly #leaf = h('code', { class: 'cut' })
  readonly #note = h('p', { class: 'note', role: 'alert', hidden: true })
  readonly #said = h('span', { class: 'unseen', role: 'status', 'aria-live': 'polite' })
  readonly #box = h('section', {
    class: 'panel',
    part: 'panel',
    'aria-label': 'Auth inspector',
    hidden: true,
    onfocusin: () => bringToFront(this),
    onpointerdown: () => bringToFront(this),
    onkeydown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') this.close()
    },
  })

  /** What it shows. Set once, before it is put into a page. */
  set source(source: PanelSource) {
    this.#source = source
  }

  connectedCallback(): void {
    const source = this.#source
    if (!source) return
    const leave = this.hasAttribute('embedded')
      ? this.#stand(source, 0, true)
      : claimSlot((place, isAlone) => this.#stand(source, place, isAlone))
    if (!this.#tabs) this.#build(source)
    this.#styles.put()
    const changed = () => this.#schedule()
    const stops = [source.trace.subscribe(changed), source.subscribe?.(changed), leave]
    this.#stop = () => {
      for (const stop of stops) stop?.()
    }
    if (this.#isOpen) this.#tabs?.current.show?.()
    if (this.#isOpen) this.#travel?.enter()
    this.#update()
  }

  disconnectedCallback(): void {
    this.#stop?.()
    this.#travel?.leave()
    this.#tabs?.current.hide?.()
    this.ownerDocument.defaultView?.cancelAnimationFrame(this.#frame)
    this.#frame = 0
  }

  /** Opens the panel and takes the focus. */
  open(): void {
    this.#show(true)
    this.#tabs?.list.querySelector<HTMLElement>('[aria-selected=true]')?.focus()
  }

  close(): void {
    if (this.#window?.isAlone) return
    this.#show(false)
    this.#launcher.element.focus()
  }

  /** Takes it out for good, and closes the window that it may have. */
  unmount(): void {
    this.remove()
    this.#window?.close()
  }

  /** Its name and the key of its stored values stay the same in every slot. */
  #stand({ name }: PanelSource, place: number, isAlone: boolean): void {
    const number = place + 1
    this.#name ||= name ?? `Inspector ${number}`
    this.#key ||= [panelTag, name ?? (place > 0 && number)].filter(Boolean).join(':')
    this.#label = isAlone ? '' : this.#name
    this.style.setProperty('--place', String(place))
    this.#title.textContent = `Auth inspector ${this.#label}`.trim()
    this.#box.setAttribute('aria-label', this.#title.textContent)
    this.#schedule()
  }

  #build(source: PanelSource): void {
    const root = this.attachShadow({ mode: 'open' })
    const place = panelWindow(this, {
      box: this.#box,
      title: this.#title,
      key: this.#key,
      loadStyles: this.#styles.loadAll,
      say: (text) => this.#say(text),
    })
    this.#window = place
    const views = this.#fill(source)
    this.#box.append(
      place.handle,
      h(
        'header',
        { class: 'bar' },
        views.list,
        h(
          'span',
          { class: 'current grow' },
          h('span', { class: 'beat', 'aria-hidden': 'true' }),
          this.#tag,
          this.#leaf,
        ),
        ...place.buttons,
        iconButton('close', 'Close the inspector', () => this.close()),
      ),
      this.#note,
      this.#travelSlot,
      ...views.panels,
    )
    root.append(this.#launcher.element, this.#box, this.#said)
    place.restore(() => this.#show(true))
  }

  /** Creates the views of the live source or of a recorded one. */
  #fill(base: PanelSource, recorded?: Recorded): Tabs {
    this.#travel?.leave()
    this.#travel = undefined
    const time = timeTravelSource(base, (event) => this.#travel?.showMoment(event))
    const { source } = time
    const views = [
      nowView(source),
      timelineView(source),
      lazyView('Chart', async () => (await import('./chart/chart-view.ts')).chartView(source)),
      lazyView('Session', async () =>
        (await import('./session/session-view.ts')).sessionView(source),
      ),
      lazyView('Tests', async () => (await import('./tests/tests-view.ts')).testsView(source)),
      ...(this.#source?.preview ? [lazyView('Catalogue', () => catalogueOf(source))] : []),
    ] as const
    this.#time = time
    this.#tabs = tabs([...views], () => this.#update())
    if (this.#isOpen) void this.#travelThrough(base, time, recorded)
    return this.#tabs
  }

  /** Shows what was recorded in the place of the live session; `undefined`: that again. */
  #replace(recorded: Recorded | undefined): void {
    const source = recorded?.source ?? this.#source
    const before = this.#tabs
    if (!source || !before) return
    before.current.hide?.()
    const { list, panels, current } = this.#fill(source, recorded)
    before.list.replaceWith(list)
    for (const panel of before.panels) panel.remove()
    this.#box.append(...panels)
    current.show?.()
    this.#update()
  }

  async #travelThrough(
    base: PanelSource,
    time: TimeTravelSource,
    recorded?: Recorded,
  ): Promise<void> {
    const late = this.#styles.loadAll()
    const [{ timeTravel }] = await Promise.all([import('./time/time-travel.ts'), late])
    const live = this.#source
    // Something else may be shown by now.
    if (this.#time !== time || this.#travel || !live) return
    this.#travel = timeTravel({
      base,
      live,
      time,
      recorded,
      onMove: () => this.#update(),
      onOpen: (recorded) => this.#replace(recorded),
    })
    this.#travelSlot.replaceChildren(this.#travel.element)
    if (this.#isOpen) this.#travel.enter()
    this.#update()
  }

  #show(isOpen: boolean): void {
    if (isOpen === this.#isOpen) return
    this.#isOpen = isOpen
    this.#box.hidden = !isOpen
    this.#launcher.element.hidden = isOpen
    this.#window?.remember(isOpen)
    if (isOpen) bringToFront(this)
    else this.#say('')
    if (isOpen) this.#tabs?.current.show?.()
    else this.#tabs?.current.hide?.()
    if (!isOpen) this.#travel?.leave()
    else if (this.#travel) this.#travel.enter()
    else if (this.#source && this.#time) void this.#travelThrough(this.#source, this.#time)
    this.#update()
  }

  #say(text: string): void {
    this.#note.textContent = text
    this.#note.hidden = text === ''
  }

  /** Many events make one frame. */
  #schedule(): void {
    if (this.#frame !== 0) return
    const view = this.ownerDocument.defaultView
    this.#frame =
      view?.requestAnimationFrame(() => {
        this.#frame = 0
        this.#update()
      }) ?? 0
  }

  #update(): void {
    const leaf = this.#source?.leaf() ?? ''
    this.#leaf.textContent = leafName(this.#time?.source.leaf() ?? leaf)
    // Screen readers announce steps only while the panel is open.
    const said = this.#isOpen ? `Auth is in ${leafName(leaf).replaceAll('.', ', ')}` : ''
    if (this.#said.textContent !== said) this.#said.textContent = said
    this.#launcher.say(leafName(leaf), this.#label)
    this.#tag.textContent = this.#label
    if (!this.#isOpen) return
    this.#travelSlot.hidden = timeless.has(this.#tabs?.current.name)
    this.#travel?.update()
    this.#tabs?.current.update()
  }
}

/** Views that show no moment: the whole session, or none. */
const timeless: ReadonlySet<unknown> = new Set(['Tests', 'Catalogue'])

async function catalogueOf(source: PanelSource) {
  return (await import('./catalogue/catalogue-view.ts')).catalogueView(source)
}

/** Makes the element known to the page, once. */
export function definePanel(): void {
  if (!customElements.get(panelTag)) customElements.define(panelTag, InspectorPanel)
}

/** Puts the inspector into a page; the returned function removes it. */
export function mountPanel(parent: Element, source: PanelSource): () => void {
  definePanel()
  const panel = document.createElement(panelTag) as InspectorPanel
  panel.source = source
  parent.append(panel)
  return () => panel.unmount()
}
