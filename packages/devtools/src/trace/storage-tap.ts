import type { Redactor } from '../redaction/redactor.ts'
import type { Recorder } from './trace-event.ts'

/** Keys of our own and of the libraries whose sessions are adopted. */
const isOurs = (key: string) =>
  /^(?:CognitoIdentityServiceProvider\.|com\.amplify\.|aws-amplify-|authchart\.)/.test(key)

/** Records changes in `localStorage` and `sessionStorage`: keys and sizes, never a value. */
export function tapStorage({
  record,
  redactor,
}: {
  readonly record: Recorder
  readonly redactor: Redactor
}): () => void {
  if (typeof Storage === 'undefined') return () => undefined
  const { prototype } = Storage
  const { setItem, removeItem, clear } = prototype
  let isStopped = false

  function recordChange(
    change: 'set' | 'removed' | 'cleared',
    area: string,
    key: string | null,
    size = 0,
    isElsewhere = false,
  ) {
    if (isStopped || (key !== null && !isOurs(key))) return
    const name = key === null ? null : redactor.text(key)
    record('storage', { type: 'storage', change, key: name, size, area, isElsewhere })
  }

  const tapped = {
    setItem(this: Storage, key: string, value: string) {
      setItem.call(this, key, value)
      recordChange('set', areaOf(this), String(key), String(value).length)
    },
    removeItem(this: Storage, key: string) {
      removeItem.call(this, key)
      recordChange('removed', areaOf(this), String(key))
    },
    clear(this: Storage) {
      clear.call(this)
      recordChange('cleared', areaOf(this), null)
    },
  }
  Object.assign(prototype, tapped)

  /** Another tab has changed something. */
  const see = ({ key, newValue, storageArea }: StorageEvent) => {
    const change = key === null ? 'cleared' : newValue === null ? 'removed' : 'set'
    recordChange(
      change,
      storageArea ? areaOf(storageArea) : 'localStorage',
      key,
      newValue?.length,
      true,
    )
  }
  // Where there is only one page there are no others to hear of.
  globalThis.addEventListener?.('storage', see)

  return () => {
    isStopped = true
    globalThis.removeEventListener?.('storage', see)
    // A function that other code has wrapped since stays in place.
    if (prototype.setItem === tapped.setItem) prototype.setItem = setItem
    if (prototype.removeItem === tapped.removeItem) prototype.removeItem = removeItem
    if (prototype.clear === tapped.clear) prototype.clear = clear
  }
}

const areaOf = (storage: Storage) =>
  storage === globalThis.sessionStorage ? 'sessionStorage' : 'localStorage'
