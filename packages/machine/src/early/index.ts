/**
 * `createAuth` with its first screen there at once: for a page that shows the sign-in form before the chart has
 * loaded.
 *
 * @packageDocumentation
 */
export { createAuth } from './create-auth.ts'
export type { EarlyOptions } from './early-options.ts'
