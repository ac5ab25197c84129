import { useSyncExternalStore } from 'react'
import { pool } from '../pool/pool.ts'

/** What the phone of the users has; it follows each request. */
export function usePhone() {
  return useSyncExternalStore(pool.subscribe, pool.getPhone)
}
