import type { PanelSource } from '../../source/panel-source.ts'

/** A session that was recorded earlier or elsewhere, opened from a file. */
export interface Recorded {
  readonly title: string
  readonly source: PanelSource
}
