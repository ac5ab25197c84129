import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The repository: this file is bundled or run as a source, but always started in the folder of its package. */
export const repository = join(process.cwd(), '../..')

export function readExample(path: string): string {
  return readFileSync(join(repository, 'examples', path), 'utf8')
}
