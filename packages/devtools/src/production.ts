import type { AnyAuth } from '@authchart/machine'
import type { SelfCheck } from './redaction/self-check.ts'
import type { Inspector } from './trace/inspector.ts'
import type { Trace } from './trace/ring-buffer.ts'

/*
 * What production builds get: the names of the development entry without their code. Nothing is
 * recorded, and neither `fetch` nor any storage is touched.
 */

const nothing = () => undefined
const none = () => nothing

export function ringBuffer(capacity = 0): Trace {
  return {
    capacity,
    events: () => [],
    dropped: 0,
    isPaused: true,
    record: () => 0,
    subscribe: none,
    pause: nothing,
    resume: nothing,
    clear: nothing,
    exportJson: () => '',
    importJson: nothing,
  }
}

export function selfCheck(): SelfCheck {
  return { ok: true, found: [] }
}

export function inspectAuth(auth: AnyAuth): Inspector {
  return {
    auth,
    clientId: undefined,
    trace: ringBuffer(),
    requests: {
      pending: [],
      answerNext: none,
      answerEach: none,
      answer: () => false,
      answerWith: async () => false,
      pause: none,
      release: () => false,
      delay: nothing,
      uninstall: nothing,
    },
    preview: { show: nothing, shown: nothing, stop: nothing },
    snapshotAfter: nothing,
    visits: { leaves: new Map(), transitions: new Map(), stop: nothing },
    screens: { empty: new Set(), stop: nothing },
    redactor: { show: () => null, text: () => '', knows: () => false },
    selfCheck,
    exportSession: () => '',
    mount: nothing,
    unmount: nothing,
    stop: nothing,
  }
}
