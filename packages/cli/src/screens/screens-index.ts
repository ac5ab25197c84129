import { routeScreens, type ScreenRoute, screenRoutes } from './route-screens.ts'
import type { Framework, Language } from './templates.ts'

/** The file that says which routes have a screen of their own, relative to the folder of the screens. */
export function indexPath(language: Language): string {
  return `screens/index.${language}`
}

/** Its text, for some routes. */
export function indexText(
  framework: Framework,
  language: Language,
  routes: readonly ScreenRoute[],
): string {
  const ordered = screenRoutes.filter((route) => routes.includes(route))
  const imports = ordered
    .map((route) => routeScreens[route])
    .sort((one, other) => (one.file < other.file ? -1 : 1))
    .map(({ file, component }) =>
      framework === 'react'
        ? `import { ${component} } from './${file}'`
        : `import ${component} from './${file}.vue'`,
    )
  const { type, types } = typed(framework)
  const members = ordered.map((route) => `  ${route}: ${routeScreens[route].component},`)
  return [
    ...(language === 'ts' ? types : []),
    ...imports,
    '',
    '/** The routes with a screen of their own; all others have the form of auth-form. */',
    `export const screens${language === 'ts' ? `: ${type}` : ''} = {`,
    ...members,
    '}',
    '',
  ].join('\n')
}

function typed(framework: Framework): { readonly type: string; readonly types: readonly string[] } {
  return framework === 'react'
    ? {
        type: "Partial<Record<ReactForm['route'], ComponentType<{ form: ReactForm }>>>",
        types: [
          "import type { ReactForm } from '@authchart/react'",
          "import type { ComponentType } from 'react'",
        ],
      }
    : {
        type: "Partial<Record<VueForm['route'], Component<{ form: VueForm }>>>",
        types: [
          "import type { VueForm } from '@authchart/vue'",
          "import type { Component } from 'vue'",
        ],
      }
}

/** The routes that an index names; none for a text that no index of ours has. */
export function routesIn(text: string): readonly ScreenRoute[] {
  return screenRoutes.filter((route) =>
    text.includes(`\n  ${route}: ${routeScreens[route].component},\n`),
  )
}
