import type { Context } from 'hono'
import type { Engine } from '../engine.ts'

/** One address of the hosted UI. */
export type Route = (engine: Engine) => (http: Context) => Response | Promise<Response>

/** The query of a request as it was sent, `?` included, to pass it on. */
export function searchOf(http: Context): string {
  return new URL(http.req.url).search
}

export function parametersOf(http: Context): URLSearchParams {
  return new URL(http.req.url).searchParams
}
