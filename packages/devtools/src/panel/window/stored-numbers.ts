export interface StoredNumbers {
  /** None where nothing was stored. */
  read(): readonly number[]
  write(...numbers: readonly number[]): void
}

/** A few numbers, for as long as the tab lives. Where there is no storage they are forgotten. */
export function storedNumbers(key: string): StoredNumbers {
  return {
    read() {
      try {
        return sessionStorage.getItem(key)?.split(' ').map(Number).map(finite) ?? []
      } catch {
        return []
      }
    },
    write(...numbers) {
      try {
        sessionStorage.setItem(key, numbers.join(' '))
      } catch {
        // Some pages may not store anything.
      }
    },
  }
}

const finite = (value: number) => (Number.isFinite(value) ? value : 0)
