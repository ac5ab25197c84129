import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WantedFile } from '../files/file-plan.ts'
import type { ScreenRoute } from './route-screens.ts'
import { indexPath, indexText, routesIn } from './screens-index.ts'
import {
  type Css,
  type Framework,
  type Language,
  type Target,
  type Template,
  type Templates,
  templateKey,
} from './templates.ts'

export interface ScreensChoice {
  readonly target: Target
  readonly language: Language
  readonly css: Css
  /** The routes whose screens are wanted. */
  readonly routes: readonly ScreenRoute[]
  /** The folder of the screens, relative to that of the app. */
  readonly dir: string
}

/** The files of a choice: what all screens need, and those of the routes. */
export function chooseScreens(
  folder: string,
  templates: Templates,
  choice: ScreensChoice,
): readonly WantedFile[] {
  const { target, language, css, routes, dir } = choice
  const chosen = templates[templateKey(target, language, css)] ?? []
  const files = chosen
    .filter(({ route }) => route === undefined || routes.includes(route))
    .map((template) => wantedFile(templates, dir, template))
  return target === 'html' ? files : [...files, indexFile(folder, choice, target)]
}

/** A file, and whether a text in its place is another template of ours, which no developer has changed. */
export function wantedFile(
  templates: Templates,
  dir: string,
  { path, text }: Template,
): WantedFile {
  const isOurs = (present: string) =>
    Object.values(templates).some((list) =>
      list.some((template) => template.path === path && template.text === present),
    )
  return { path: join(dir, path).replaceAll('\\', '/'), text, isOurs }
}

/** Routes of an earlier call stay in the index. */
function indexFile(
  folder: string,
  { language, routes, dir }: ScreensChoice,
  framework: Framework,
): WantedFile {
  const path = join(dir, indexPath(language))
  const place = join(folder, path)
  const earlier = existsSync(place) ? routesIn(readFileSync(place, 'utf8')) : []
  return {
    path: path.replaceAll('\\', '/'),
    text: indexText(framework, language, [...earlier, ...routes]),
    isOurs: (present) => present === indexText(framework, language, routesIn(present)),
  }
}
