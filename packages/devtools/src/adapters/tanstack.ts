import { embedPanel } from '../panel/embed-panel.ts'
import { liveSource } from '../source/live-source.ts'
import type { Inspector } from '../trace/inspector.ts'

type Theme = 'light' | 'dark'

/** A component of Vue, of which this entry needs nothing. */
export interface TanStackVueTab {
  readonly props: string[]
  readonly inheritAttrs: false
  render(): null
  mounted?(this: { readonly $el: Node; readonly theme?: Theme }): void
  unmounted?(): void
}

/** A plugin as TanStack Devtools takes it (`plugins`), of any framework. */
export interface TanStackPlugin {
  readonly id: string
  readonly name: string
  /** `given`: the theme, or what has it. */
  render(element: HTMLElement, given: Theme | { readonly theme: Theme }): void
  destroy(): void
  /** What those of Vue show in the place of `render`. */
  readonly component: TanStackVueTab
}

/** The panel as a tab of TanStack Devtools. */
export function authInspectorPlugin(inspector: Inspector): TanStackPlugin {
  let remove = () => {}
  // Called again when the theme changes.
  function fill(element: Element, theme: Theme | undefined) {
    remove()
    remove = embedPanel(element, liveSource(inspector), theme)
  }
  return {
    id: 'authchart',
    name: 'Authchart',
    render: (element, given) => fill(element, typeof given === 'string' ? given : given.theme),
    destroy() {
      remove()
    },
    component: {
      props: ['theme'],
      inheritAttrs: false,
      render: () => null,
      mounted() {
        if (this.$el.parentElement) fill(this.$el.parentElement, this.theme)
      },
      unmounted() {
        remove()
      },
    },
  }
}
