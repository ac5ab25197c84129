import type { Context } from 'hono'
import type { Engine } from '../engine.ts'

/** One endpoint of the hosted UI. */
export type Route = (engine: Engine) => (http: Context) => Response | Promise<Response>

/** The query of a request, unchanged and with `?`. */
export function searchOf(http: Context): string {
  return new URL(http.req.url).search
}

export function parametersOf(http: Context): URLSearchParams {
  return new URL(http.req.url).searchParams
}
