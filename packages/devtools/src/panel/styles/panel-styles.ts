import { styles } from './styles.ts'

export interface PanelStyles {
  /** Styles the panel where it is now: style sheets belong to a document, in another window they are made anew. */
  put(): void
  /** Loads what is not needed before the panel opens for the first time. */
  loadAll(): Promise<void>
}

export function panelStyles(host: HTMLElement): PanelStyles {
  let all = styles

  function put() {
    const { shadowRoot: root } = host
    const Sheet = host.ownerDocument.defaultView?.CSSStyleSheet
    if (!root || !Sheet) return
    const sheet = new Sheet()
    sheet.replaceSync(all)
    root.adoptedStyleSheets = [sheet]
  }

  return {
    put,
    async loadAll() {
      if (all !== styles) return
      const { lateStyles } = await import('./late-styles.ts')
      all = styles + lateStyles
      put()
    },
  }
}
