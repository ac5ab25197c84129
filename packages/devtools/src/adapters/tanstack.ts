import { embedPanel } from '../panel/embed-panel.ts'
import { liveSource } from '../source/live-source.ts'
import type { Inspector } from '../trace/inspect-auth.ts'

type Theme = 'light' | 'dark'

/** A plugin as TanStack Devtools takes it (`plugins`). */
export interface TanStackPlugin {
  readonly id: string
  readonly name: string
  /** `given`: the theme, or what has it. */
  render(element: HTMLElement, given: Theme | { readonly theme: Theme }): void
  destroy(): void
}

/** The panel as a tab of TanStack Devtools. */
export function authInspectorPlugin(inspector: Inspector): TanStackPlugin {
  let remove = () => {}
  return {
    id: 'authchart',
    name: 'Authchart',
    // Called again when the theme changes.
    render(element, given) {
      remove()
      const theme = typeof given === 'string' ? given : given.theme
      remove = embedPanel(element, liveSource(inspector), theme)
    },
    destroy() {
      remove()
    },
  }
}
