export { liveSource } from '../source/live-source.ts'
export type {
  Field,
  FieldKind,
  FieldValue,
  LegalEvent,
  OutcomeChoice,
  PanelSource,
  PendingActor,
  PlainEvent,
  ScreenFacts,
  SessionFacts,
} from '../source/panel-source.ts'
export { recordedSource } from '../source/recorded-source.ts'
export { definePanel, InspectorPanel, mountPanel, panelTag } from './panel.ts'
