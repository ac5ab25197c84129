import type { SandboxConfig } from '@authchart/sandbox'
import type { Person } from '../person.ts'

/** Attributes of cookies, or nothing for `localStorage`. */
export type StockStorage = { readonly expires: number } | undefined

export interface StockSession {
  /** Under which it was found. */
  readonly username: string
  readonly accessToken: string
}

/** What a page can do in which only a library of AWS runs. */
export interface StockClient {
  configure(config: SandboxConfig, cookies: StockStorage): void
  signIn(person: Person): Promise<void>
  /** The session that the library finds; rejects when it finds none. */
  find(): Promise<StockSession>
  signOut(): Promise<void>
}

declare global {
  interface Window {
    stock: StockClient
  }
}
