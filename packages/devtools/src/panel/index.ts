export { liveSource } from '../source/live-source.ts'
export type { PanelSource } from '../source/panel-source.ts'
export { recordedSource } from '../source/recorded-source.ts'
export { mountPanel, panelTag } from './panel.ts'
