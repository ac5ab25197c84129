import type { PanelSource } from '../source/panel-source.ts'
import { definePanel, type InspectorPanel, panelTag } from './panel.ts'

/**
 * Fills an element with the panel: in a page of its own, or in another tool. `theme`: the tool's; default:
 * the user's own. The returned function removes it.
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
