/** Calls from the engine to the check, which answers later: as React Native's native modules. */
const waiting = new Map()
let last = 0

export function callNative(name, ...parameters) {
  last += 1
  const id = last
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    globalThis.hostSend({ id, name, parameters })
  })
}

globalThis.answerCall = ({ id, value, error }) => {
  const { resolve, reject } = waiting.get(id)
  waiting.delete(id)
  if (error === undefined) resolve(value)
  else reject(new Error(error))
}
