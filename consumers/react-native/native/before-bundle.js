/**
 * What an app of React Native finds in the engine before its first module: timers, a console, and the native modules
 * that answer at once. `hostBytes` is what the check has sent.
 */
globalThis.global = globalThis
globalThis.window = globalThis
globalThis.self = globalThis
globalThis.navigator = { product: 'ReactNative' }
globalThis.RN$Bridgeless = true
globalThis.hostSend = (message) => print(`@@${JSON.stringify(message)}`)

globalThis.expo = {
  modules: {
    ExpoCrypto: {
      getRandomValues(array) {
        const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
        if (globalThis.hostBytes.length < bytes.length) throw new Error('No more random bytes')
        bytes.set(globalThis.hostBytes.splice(0, bytes.length))
      },
    },
  },
}

const timers = new Map()
let lastTimer = 0
globalThis.setTimeout = (run, ms, ...parameters) => {
  lastTimer += 1
  timers.set(lastTimer, () => run(...parameters))
  globalThis.hostSend({ timer: lastTimer, ms: ms || 0 })
  return lastTimer
}
globalThis.clearTimeout = (timer) => {
  timers.delete(timer)
}
globalThis.fireTimer = (timer) => {
  const run = timers.get(timer)
  timers.delete(timer)
  if (run) run()
}
globalThis.setInterval = (run, ms) => {
  const again = () => {
    timers.set(timer, again)
    globalThis.hostSend({ timer, ms })
    run()
  }
  const timer = globalThis.setTimeout(again, ms)
  return timer
}
globalThis.clearInterval = globalThis.clearTimeout

const log = (...parts) => globalThis.hostSend({ log: parts.map(String).join(' ') })
const assert = (isTrue, ...parts) => isTrue || log(...parts)
globalThis.console = { assert, log, info: log, debug: log, warn: log, error: log }

/** The program is Hermes 0.12 of 2022; the engine of every React Native from 0.71 on has these. */
function at(index) {
  return this[index < 0 ? this.length + index : index]
}
for (const { prototype } of [Array, String, Object.getPrototypeOf(Uint8Array)]) {
  Object.defineProperty(prototype, 'at', { value: at, configurable: true, writable: true })
}
