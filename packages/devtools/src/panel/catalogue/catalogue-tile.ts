import type { CataloguePlace } from '../../app-ui/catalogue-places.ts'
import { h } from '../elements/h.ts'
import { frameSize } from './catalogue-frame.ts'

export interface CatalogueTile {
  readonly element: HTMLElement
  /** Where its page goes. */
  readonly frame: HTMLElement
  /** Loaded: what there is to say of it, if anything, and whether it is well. */
  say(words: string, isGood: boolean): void
  stop(): void
}

const kinds = { plain: '', pending: 'pending', failed: 'with a failure' }

/** A small picture of one screen; a click makes it large. `onSeen` is called once it is scrolled into view. */
export function catalogueTile(
  { route, kind }: Pick<CataloguePlace, 'route' | 'kind'>,
  onSeen: (tile: CatalogueTile) => void,
): CatalogueTile {
  const frame = h('div', { class: 'shot', inert: true })
  const note = h('span', { class: 'quiet' }, 'Loading …')
  const name = [route, kinds[kind]].filter(Boolean).join(', ')
  const button = h(
    'button',
    {
      type: 'button',
      class: 'tile-open',
      'aria-expanded': 'false',
      'aria-label': `${name}: look at it`,
      onclick: () => enlarge(!element.classList.contains('large')),
    },
    '',
  )
  const element = h(
    'li',
    {
      class: 'tile',
      onkeydown(event: KeyboardEvent) {
        if (event.key !== 'Escape' || !element.classList.contains('large')) return
        event.stopPropagation()
        enlarge(false)
      },
    },
    h(
      'p',
      { class: 'tile-name' },
      h('code', { class: 'cut' }, route),
      kind !== 'plain' && h('span', { class: 'chip' }, kinds[kind]),
      note,
    ),
    frame,
    button,
  )

  function enlarge(isLarge: boolean) {
    element.classList.toggle('large', isLarge)
    button.setAttribute('aria-expanded', String(isLarge))
    const { width, height } = frame.getBoundingClientRect()
    const scale = Math.min(width / frameSize.width, height / frameSize.height, 1)
    if (isLarge) frame.style.setProperty('--scale', String(scale))
    else frame.style.removeProperty('--scale')
  }

  const Observer = globalThis.IntersectionObserver
  const seen = new Observer(([entry]) => {
    if (!entry?.isIntersecting) return
    seen.disconnect()
    onSeen(tile)
  })
  const tile: CatalogueTile = {
    element,
    frame,
    say(words, isGood) {
      note.textContent = words
      note.className = isGood ? 'quiet' : 'bad'
    },
    stop: () => seen.disconnect(),
  }
  seen.observe(element)
  return tile
}
