import { type Context, createContext, runInContext } from 'node:vm'

/** Newer than Hermes: an environment has them only if it says so. */
const newerThanHermes = `
  for (const name of ['WebAssembly', 'SharedArrayBuffer', 'Atomics', 'FinalizationRegistry', 'Iterator']) delete globalThis[name]
  for (const [from, names] of [
    [Array.prototype, ['toSorted', 'toReversed', 'toSpliced', 'with']],
    [Array, ['fromAsync']],
    [Object, ['groupBy']],
    [Map, ['groupBy']],
    [Promise, ['withResolvers', 'try']],
    [String.prototype, ['isWellFormed', 'toWellFormed']],
    [Set.prototype, ['union', 'intersection', 'difference', 'isSubsetOf', 'isSupersetOf']],
    [Uint8Array, ['fromBase64', 'fromHex']],
    [Uint8Array.prototype, ['toBase64', 'toHex']],
  ]) for (const name of names) delete from[name]
`

/** A realm of the language alone, with timers and a console, and the globals that are given. */
export function openRealm(globals: Record<string, unknown>): Context {
  const context = createContext({ setTimeout, clearTimeout, setInterval, clearInterval, console })
  runInContext(newerThanHermes, context)
  // With their getters: a storage may throw when it is looked at.
  Object.defineProperties(context, Object.getOwnPropertyDescriptors(globals))
  return context
}
