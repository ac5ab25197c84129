import type { AnyAuth } from '@authchart/machine'
import { actorOf } from '@authchart/machine/xstate'
import { linkedLeaf } from './actions/linked-leaf.ts'
import { preview } from './app-ui/preview.ts'
import { placeOfFrame, showInFrame } from './app-ui/preview-frame.ts'
import { watchScreens } from './app-ui/screens.ts'
import { tapFetch } from './fetch/fetch-tap.ts'
import { mountPanel } from './panel/index.ts'
import { inspectAuth as idle } from './production.ts'
import { knownSecrets } from './redaction/known-secrets.ts'
import { redactor } from './redaction/redactor.ts'
import { selfCheck } from './redaction/self-check.ts'
import { liveSource } from './source/live-source.ts'
import type { InspectOptions, Inspector } from './trace/inspector.ts'
import { ringBuffer } from './trace/ring-buffer.ts'
import { snapshots } from './trace/snapshots.ts'
import { tapStorage } from './trace/storage-tap.ts'
import { tapTabs } from './trace/tab-tap.ts'
import { countVisits } from './trace/visits.ts'
import { traceActor } from './trace/xstate-inspection.ts'

/** Begins to write down what happens in `auth`. For development: see the production entry. */
export function inspectAuth(auth: AnyAuth, options: InspectOptions = {}): Inspector {
  const place = placeOfFrame()
  if (place !== undefined) {
    showInFrame(auth, place)
    return idle(auth)
  }
  // Anything that throws does so before it replaces a function, or restores it.
  const linked = linkedLeaf()
  const trace = ringBuffer(options.capacity)
  const secrets = knownSecrets()
  const tools = {
    record: trace.record,
    redactor: redactor(secrets),
    secrets,
    now: () => performance.now(),
  }
  const requests = tapFetch({
    ...tools,
    origins: options.hostedUiOrigins,
    // In one place, never in both: the app's own usually calls the global one.
    transport: auth.transport,
  })
  const stored = snapshots(trace.capacity)
  const shown = preview(auth)
  const visits = countVisits(trace)
  const screens = watchScreens(actorOf(auth), shown)
  const stops = [
    () => requests.uninstall(),
    () => shown.stop(),
    () => visits.stop(),
    () => screens.stop(),
  ]
  const stopAll = () => {
    for (const stop of stops.splice(0)) stop()
  }
  try {
    // A server has neither, and many an auth at the same time.
    if (globalThis.document) {
      stops.push(tapStorage(tools))
      stops.push(tapTabs(tools, options.clientId))
    }
    const tracing = traceActor(auth, { ...tools, onStep: stored.keep })
    stops.push(tracing.stop)
    stops.push(
      trace.subscribe((event) => {
        if (event) return
        stored.clear()
        tracing.attach()
      }),
    )
  } catch (error) {
    // Nothing stays half replaced.
    stopAll()
    throw error
  }
  let unmount = () => {}
  const inspector: Inspector = {
    auth,
    clientId: options.clientId,
    trace,
    requests,
    preview: shown,
    visits,
    screens,
    snapshotAfter: stored.after,
    redactor: tools.redactor,
    selfCheck: () => selfCheck(trace.events(), secrets),
    exportSession: () => trace.exportJson(),
    mount(parent = globalThis.document?.body) {
      if (!parent) return
      unmount()
      unmount = mountPanel(parent, liveSource(inspector))
    },
    unmount() {
      unmount()
      unmount = () => {}
    },
    stop() {
      inspector.unmount()
      stopAll()
    },
  }
  if (linked !== undefined) followLinkLater(inspector, linked)
  if (options.connect !== undefined) stops.push(connectLater(inspector, options.connect))
  // Servers make an auth for each request, and stop that alone.
  actorOf(auth).subscribe({ complete: stopAll })
  return inspector
}

/** Goes where `?authchart=go:<leaf>` in the address of the page says. */
function followLinkLater(inspector: Inspector, leaf: string): void {
  // A fake session from before the page load must not reach Cognito either.
  const letGo = inspector.requests.pause()
  void import('./actions/index.ts')
    .then(({ followLink }) => {
      followLink(inspector, leaf).catch(() => undefined)
    })
    .catch(() => undefined)
    .finally(letGo)
}

/** Loaded for who wants it. */
function connectLater(inspector: Inspector, address: string): () => void {
  let stop: (() => void) | undefined
  let isStopped = false
  void import('./remote/connect-inspector.ts').then(({ connectInspector }) => {
    if (isStopped) return
    stop = connectInspector(liveSource(inspector), address)
  })
  return () => {
    isStopped = true
    stop?.()
  }
}
