import type { Source } from './source.ts'

const parts = ['answer-field', 'dom', 'failure-dialog', 'home', 'wizard']

/** One question at a time, without a framework. The words of the example are its own; a copy begins with English. */
export const htmlSources: readonly Source[] = [
  {
    from: 'wizard/src/app.ts',
    to: 'auth-screens.ts',
    edits: [
      [
        "import { failureText } from '@authchart/machine/words'",
        "import { english as words, failureText } from '@authchart/machine/words'",
      ],
      ["import { words } from './words.ts'\n", ''],
      [
        "import { element, link } from './dom.ts'",
        "import './auth.css'\nimport { element, link } from './dom.ts'",
      ],
      ["{ words, appName: 'Wizard', repeatPassword: true }", '{ words, repeatPassword: true }'],
      [
        `/** Builds the page in \`host\`, and gives back what shows a view in it. */
export function createApp(`,
        `/**
 * Builds the screens in \`host\`, and gives back what shows a view in it.
 *
 * @example
 * const show = createAuthScreens(document.body)
 * auth.subscribe(show)
 * show(auth.getView())
 */
export function createAuthScreens(`,
      ],
      [
        '  host.append(toast, stage)\n',
        "  host.classList.add('auth')\n  host.append(toast, stage)\n",
      ],
      // Each screen of a page has a heading.
      [
        `element('p', {}, \`\${form.title} \`, ...links)`,
        "element('section', {}, element('h1', {}, form.title), ...links)",
      ],
      [' · Wizard', ''],
    ],
  },
  ...parts.map((name) => ({ from: `wizard/src/${name}.ts`, to: `${name}.ts` })),
]

/** Classes that no other style sheet of the app has. */
export function prefixClassNames(text: string): string {
  return text.replace(/className: [^,}\n]+/g, (member) =>
    member.replace(/'([\w-]+)'/g, "'auth-$1'"),
  )
}
