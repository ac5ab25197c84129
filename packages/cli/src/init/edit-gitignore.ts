import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WantedFile } from '../files/file-plan.ts'
import type { InitChoice } from './init-choice.ts'

/** The data of the local Cognito and the results of tests are not for the repository. */
export function editGitignore({ project, tests }: InitChoice): readonly WantedFile[] {
  const place = join(project.folder, '.gitignore')
  if (!existsSync(place)) return []
  const text = readFileSync(place, 'utf8')
  const lines = text.split(/\r?\n/).map((line) => line.trim().replace(/\/$/, ''))
  const wanted = ['.sandbox', ...(tests === 'none' ? [] : ['authchart-walks', 'test-results'])]
  const missing = wanted.filter((name) => !lines.includes(name))
  if (missing.length === 0) return []
  const begin = text === '' || text.endsWith('\n') ? text : `${text}\n`
  return [{ path: '.gitignore', text: `${begin}${missing.join('\n')}\n`, isEdit: true }]
}
