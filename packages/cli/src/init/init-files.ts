import { existsSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { WantedFile } from '../files/file-plan.ts'
import { wantedFile } from '../screens/choose-screens.ts'
import { type Templates, templateKey } from '../screens/templates.ts'
import { appFiles } from './app-files.ts'
import { editGitignore } from './edit-gitignore.ts'
import { editMain } from './edit-main.ts'
import { editManifest } from './edit-manifest.ts'
import type { InitChoice } from './init-choice.ts'
import { rootFile } from './root-files.ts'
import { testFiles } from './test-files.ts'

/** All files of a choice, and what is left to do by hand. */
export function initFiles(
  templates: Templates,
  choice: InitChoice,
): { readonly files: readonly WantedFile[]; readonly byHand: readonly string[] } {
  const main = editMain(choice)
  return {
    files: [
      ...appFiles(choice),
      ...screenFiles(templates, choice),
      rootFile(choice),
      ...(main.file ? [main.file] : []),
      editManifest(choice),
      ...editGitignore(choice),
      ...testFiles(choice),
    ],
    byHand: main.byHand === undefined ? [] : [main.byHand],
  }
}

/** One form for every route, until the developer has screens of their own. */
function screenFiles(templates: Templates, { framework, project }: InitChoice) {
  const dir = posix.join(project.sources, 'auth')
  const extension = framework === 'react' ? `${project.language}x` : 'vue'
  if (existsSync(join(project.folder, dir, `auth-screens.${extension}`))) return []
  const minimal = templates[templateKey(framework, project.language, 'minimal')] ?? []
  return minimal.map((template) => wantedFile(templates, dir, template))
}
