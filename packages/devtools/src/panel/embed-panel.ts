import type { PanelSource } from '../source/panel-source.ts'
import { definePanel, type InspectorPanel, panelTag } from './panel.ts'

/**
 * Fills an element with the panel: a page of its own, or the tool of somebody else. `theme`: that of
 * the tool; the user's own unless told. The function that comes back takes it out again.
 */
export function embedPanel(
  parent: Element,
  source: PanelSource,
  theme?: 'light' | 'dark',
): () => void {
  definePanel()
  const panel = document.createElement(panelTag) as InspectorPanel
  panel.source = source
  panel.setAttribute('embedded', '')
  if (theme) panel.setAttribute('theme', theme)
  parent.append(panel)
  return () => panel.remove()
}
