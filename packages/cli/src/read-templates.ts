import { readFileSync } from 'node:fs'
import type { Templates } from './screens/templates.ts'

/** What the build has made of the examples. The path is right for this file and for what is built of it. */
export function readTemplates(): Templates {
  return JSON.parse(readFileSync(new URL('../dist/templates.json', import.meta.url), 'utf8'))
}
