import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pid } from 'node:process'
import { buildRegistry } from './build-registry.ts'
import { buildTemplates } from './build-templates.ts'

/** Writes what is made of the examples into `dist`, file by file at once: tests may read them meanwhile. */
export async function writeBuild(): Promise<void> {
  const templates = await buildTemplates()
  write('templates.json', JSON.stringify(templates))
  for (const [path, text] of buildRegistry(templates)) write(join('registry', path), text)
}

function write(path: string, text: string): void {
  const place = join('dist', path)
  mkdirSync(dirname(place), { recursive: true })
  writeFileSync(`${place}.${pid}`, text)
  renameSync(`${place}.${pid}`, place)
}
