import { screenRoutes } from '../src/screens/route-screens.ts'
import { indexPath, indexText } from '../src/screens/screens-index.ts'
import {
  cssKinds,
  type Framework,
  frameworks,
  type Template,
  type Templates,
  templateKey,
} from '../src/screens/templates.ts'

const titles: Readonly<Record<Framework, string>> = { react: 'React', vue: 'Vue' }

/** Where each framework has its schemas. */
const schemas: Readonly<Record<Framework, string>> = {
  react: 'https://ui.shadcn.com/schema',
  vue: 'https://shadcn-vue.com/schema',
}

/** How each tool names the folder of the sources: shadcn-vue takes other paths from the folder of the app on. */
const sourceFolders: Readonly<Record<Framework, string>> = { react: '', vue: '~/src/' }

/** The screens as a registry of shadcn: the texts of its files by their paths. */
export function buildRegistry(templates: Templates): ReadonlyMap<string, string> {
  const items = frameworks.flatMap((framework) =>
    cssKinds.map((css) => {
      const files = templates[templateKey(framework, 'ts', css)] ?? []
      const name = css === 'plain' ? `auth-${framework}` : `auth-${framework}-${css}`
      const look = css === 'plain' ? 'a file of CSS' : 'classes of Tailwind'
      return {
        $schema: `${schemas[framework]}/registry-item.json`,
        name,
        type: 'registry:block',
        title: `Sign-in for Amazon Cognito, ${titles[framework]}`,
        description: `A screen for each route of @authchart/${framework}, and the account, with ${look}.`,
        dependencies: ['@authchart/machine', `@authchart/${framework}`],
        files: [...files, index(framework)].map(({ path, text }) => ({
          path: `auth/${path}`,
          type: 'registry:file',
          target: `${sourceFolders[framework]}auth/${path}`,
          content: text,
        })),
      }
    }),
  )
  const registry = {
    $schema: `${schemas.react}/registry.json`,
    name: 'authchart',
    homepage: 'https://www.npmjs.com/package/authchart',
    items: items.map(({ $schema: _, files, ...item }) => ({
      ...item,
      files: files.map(({ content: _, ...file }) => file),
    })),
  }
  return new Map([
    ['registry.json', toJson(registry)],
    ...items.map((item): [string, string] => [`r/${item.name}.json`, toJson(item)]),
  ])
}

function index(framework: Framework): Template {
  return { path: indexPath('ts'), text: indexText(framework, 'ts', screenRoutes) }
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
