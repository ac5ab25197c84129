type Awaitable<T> = T | Promise<T>

/** What `localStorage`, `sessionStorage` and React Native's AsyncStorage have in common. */
export interface KeyValueStorage {
  getItem(key: string): Awaitable<string | null>
  setItem(key: string, value: string): Awaitable<void>
  removeItem(key: string): Awaitable<void>
}
