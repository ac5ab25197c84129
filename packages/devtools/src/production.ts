import type * as development from './index.ts'

/*
 * What production builds get: the same names, and nothing behind them. Nothing is recorded, and
 * neither `fetch` nor storages are touched.
 */

const nothing = () => undefined
const none = () => nothing

export const ringBuffer: typeof development.ringBuffer = (capacity = 0) => ({
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
})

export const selfCheck: typeof development.selfCheck = () => ({ ok: true, found: [] })

export const inspectAuth: typeof development.inspectAuth = (auth) => ({
  auth,
  clientId: undefined,
  trace: ringBuffer(),
  requests: {
    pending: [],
    answerNext: none,
    answerEach: none,
    answer: () => false,
    answerWith: async () => false,
    hold: none,
    release: () => false,
    delay: nothing,
    uninstall: nothing,
  },
  preview: { show: nothing, shown: nothing, stop: nothing },
  snapshotAfter: nothing,
  visits: { leaves: new Map(), transitions: new Map(), stop: nothing },
  screens: { empty: new Set(), stop: nothing },
  redactor: { show: () => null, text: () => '', knows: () => false },
  selfCheck: () => selfCheck([]),
  exportSession: () => '',
  mount: nothing,
  unmount: nothing,
  stop: nothing,
})
