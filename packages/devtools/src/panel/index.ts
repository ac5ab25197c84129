export { liveSource } from './live-source.ts'
export { definePanel, InspectorPanel, mountPanel, panelTag } from './panel.ts'
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
} from './panel-source.ts'
export { recordedSource } from './recorded-source.ts'
