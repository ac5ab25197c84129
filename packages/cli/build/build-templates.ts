import { routeScreens, screenRoutes } from '../src/screens/route-screens.ts'
import {
  type Css,
  cssKinds,
  type Framework,
  frameworks,
  type Language,
  languages,
  type Template,
  type Templates,
  templateKey,
} from '../src/screens/templates.ts'
import { readExample } from './examples.ts'
import { format } from './format.ts'
import { htmlSources, prefixClassNames } from './html-sources.ts'
import { minimalForm } from './minimal-form.ts'
import { plainStyles } from './plain-styles.ts'
import { qrCode } from './qr-code.ts'
import { reactScreen } from './react-screen.ts'
import { reactSources } from './react-sources.ts'
import { replaceOnce } from './replace-once.ts'
import { restyle } from './restyle.ts'
import { rewriteImports } from './rewrite-imports.ts'
import { sharedSources } from './shared-sources.ts'
import { tailwindStyles } from './tailwind-styles.ts'
import { javaScriptName, toJavaScript } from './to-javascript.ts'
import { vueScreen } from './vue-screen.ts'
import { vueSources } from './vue-sources.ts'

/** Makes the files that `authchart add` copies out of the examples: the only place where screens are written. */
export async function buildTemplates(): Promise<Templates> {
  const qr = await qrCode()
  const sets = frameworks.flatMap((framework) =>
    languages.flatMap((language) => [
      ...cssKinds.map((css): [string, readonly Template[]] => [
        templateKey(framework, language, css),
        [
          ...componentsOf(framework).map((template) => inStyle(template, language, css)),
          ...looks(css, language),
          { path: 'lib/qr-path.js', text: qr.code },
          ...(language === 'ts' ? [{ path: 'lib/qr-path.d.ts', text: qr.declaration }] : []),
        ],
      ]),
      [
        templateKey(framework, language, 'minimal'),
        minimalForm(framework).map((template) => inLanguage(template, language)),
      ] satisfies [string, readonly Template[]],
    ]),
  )
  const html = languages.map((language): [string, readonly Template[]] => [
    templateKey('html', language, 'plain'),
    [
      ...htmlSources.map(({ from, to, edits = [] }) => {
        const text = prefixClassNames(replaceOnce(from, readExample(from), edits))
        return inLanguage({ path: to, text }, language)
      }),
      { path: 'auth.css', text: plainStyles(readExample('wizard/src/styles.css')) },
    ],
  ])
  return formatted([...sets, ...html])
}

/** The components and what they import, in TypeScript and with the classes of the examples. */
function componentsOf(framework: Framework): readonly Template[] {
  const sources = framework === 'react' ? reactSources : vueSources
  const copies = [...sources, ...sharedSources].map(({ from, to, edits = [] }) => ({
    path: to,
    text: replaceOnce(from, readExample(from), edits),
  }))
  const [example, toScreen, extension] =
    framework === 'react'
      ? [readExample('react/src/auth-form.tsx'), reactScreen, 'tsx']
      : [readExample('vue/src/auth-form.vue'), vueScreen, 'vue']
  const screens = screenRoutes.map((route) => ({
    path: `screens/${routeScreens[route].file}.${extension}`,
    text: toScreen(example, route, routeScreens[route]),
    route,
  }))
  return [...copies, ...screens]
}

function inStyle(template: Template, language: Language, css: Css): Template {
  const { path, text } = template
  const isMarkup = /\.(?:tsx|vue)$/.test(path)
  const styled = isMarkup ? restyle(path, text, css) : text
  const isRoot = css === 'plain' && path.startsWith('auth-screens.')
  return inLanguage({ ...template, text: isRoot ? withStyleSheet(path, styled) : styled }, language)
}

/** Imported where every screen begins. */
function withStyleSheet(path: string, text: string): string {
  const [line = ''] = /^import .*auth-form.*$/m.exec(text) ?? []
  return replaceOnce(path, text, [[line, `${line}\nimport './auth.css'`]])
}

function inLanguage(template: Template, language: Language): Template {
  const path = language === 'js' ? javaScriptName(template.path) : template.path
  const text = rewriteImports(template.path, template.text)
  return { ...template, path, text: language === 'js' ? toJavaScript(path, text) : text }
}

/** The style sheet, or the classes by name. */
function looks(css: Css, language: Language): readonly Template[] {
  if (css === 'plain') {
    return [{ path: 'auth.css', text: plainStyles(readExample('shared/styles.css')) }]
  }
  const members = Object.entries(tailwindStyles).map(
    ([name, classes]) => `  ${name}: ${JSON.stringify(classes)},\n`,
  )
  const text = `/** The look of the screens: Tailwind's classes of each part. All of it is yours. */
export const styles = {\n${members.join('')}}\n`
  return [{ path: `styles.${language}`, text }]
}

/** All files in one run of the formatter. What is bundled stays as it is. */
function formatted(sets: readonly (readonly [string, readonly Template[]])[]): Templates {
  const name = (key: string, path: string) => `${key.replaceAll(' ', '-')}/${path}`
  const isBundled = (path: string) => path === 'lib/qr-path.js'
  const files = sets.flatMap(([key, templates]) =>
    templates
      .filter(({ path }) => !isBundled(path))
      .map(({ path, text }) => [name(key, path), text] as const),
  )
  const texts = format(new Map(files))
  return Object.fromEntries(
    sets.map(([key, templates]) => [
      key,
      templates.map((template) => ({
        ...template,
        text: texts.get(name(key, template.path)) ?? template.text,
      })),
    ]),
  )
}
