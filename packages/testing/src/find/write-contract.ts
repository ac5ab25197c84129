import { type AuthRoute, routeOf } from '@authchart/machine'
import { actionTypes } from './action-types.ts'
import type { FoundUi } from './found-ui.ts'
import { anyOf, type Helper, placesIn, writeAction } from './write-action.ts'

export interface WriteOptions {
  /** The address that was opened. */
  readonly url: string
  /** The folder of the pictures, relative to the contract. */
  readonly pictures: string
}

/** The text of a contract: what was found, and a gap that does not compile for what was not. */
export function writeContract(found: FoundUi, { url, pictures }: WriteOptions): string {
  const helpers = new Set<Helper>()
  const closing = placesIn(found.actions, 'close')
  const backs = placesIn(found.actions, 'back')
  const gaps = new Map(found.gaps.map((gap) => [gap.name, gap]))

  function gapOf(name: string, key: string): string {
    const { why = '', picture } = gaps.get(name) ?? {}
    const where = picture ? ` See ${pictures}/${name}.png.` : ''
    return `    // TODO ${why}.${where} Say how it is found, or absent('why your UI does not have it').\n    ${key}: undefined,\n`
  }

  const routes = [...new Set(Object.values(routeOf))].map((route: AuthRoute) => {
    const sign = found.routes.get(route)
    return sign ? `    ${route}: (page) => ${anyOf(sign)},\n` : gapOf(`routes.${route}`, route)
  })
  const actions = actionTypes().map((type) => {
    const variants = new Map([...found.actions].filter(([name]) => name.split(' ')[0] === type))
    if (variants.size === 0) return gapOf(`actions.${type}`, `'${type}'`)
    const written = writeAction(type, variants, backs)
    for (const helper of written.helpers) helpers.add(helper)
    // What a dialog says is read before anything else can be touched.
    return closing.length > 0
      ? written.text.replace('=> {\n', '=> {\n      await closeDialog(page)\n')
      : written.text
  })
  const leftOut = cannotTakeOf(found)
  const types = helpers.size > 0 ? 'Locator, Page' : 'Page'
  return [
    `// Proposed by \`authchart-test init ${url}\`. Read it, and fill in each TODO: until then it does not compile.\n`,
    leftOut === '' ? '' : "import { routeOf } from '@authchart/machine'\n",
    "import { defineUi } from '@authchart/testing'\n",
    `import type { ${types} } from '@playwright/test'\n\n`,
    'export const ui = defineUi<Page>({\n  routes: {\n',
    ...routes,
    '  },\n\n  actions: {\n',
    ...actions,
    '  },\n',
    leftOut,
    '})\n',
    ...(closing.length > 0 ? [closeDialog(anyOf(closing))] : []),
    ...[...helpers].map((helper) => `\n${helperTexts[helper]}`),
  ].join('')
}

const closeDialog = (button: string) => `
/** Closes a dialog that shows a failure, as a user does. */
async function closeDialog(page: Page): Promise<void> {
  const button = ${button}
  if (await button.isVisible()) await button.click()
}
`

/** The screens on which an action was not found, though it was found on others. */
function cannotTakeOf({ notOn }: FoundUi): string {
  const keys = notOn.filter((key) => !key.includes(' '))
  if (keys.length === 0) return ''
  const list = keys.map((key) => `      '${key}',\n`).join('')
  return `\n  // Not found on these screens: leave it out, or add it to the action above and delete its line.\n  cannotTake: ({ event, from }) => {\n    const missing = [\n${list}    ]\n    const route = routeOf[from.leaf as keyof typeof routeOf]\n    return missing.includes(\`\${event.type}@\${route}\`) ? 'it was not found there' : undefined\n  },\n`
}

/** The functions that actions use. */
export const helperTexts: Readonly<Record<Helper, string>> = {
  reveal: `/** Presses what leads to an element, as long as it is not there. */
async function reveal(wanted: Locator, openers: readonly Locator[]): Promise<void> {
  for (const opener of openers) {
    if (await wanted.isVisible()) return
    // What the first one opens may be there already.
    if (opener === openers.at(-1) || (await opener.isVisible())) await opener.click()
  }
}
`,
  goBack: `/** Goes to the first question of a form that was left at a later one. */
async function goBack(first: Locator, button: Locator): Promise<void> {
  while (!(await first.isVisible()) && (await button.isVisible())) await button.click()
}
`,
  answer: `/** Answers one question after the other, and sends the answers after the last one. */
async function answer(
  answers: readonly (readonly [field: Locator, give: (field: Locator) => Promise<unknown>])[],
  next: Locator,
  last: Locator,
): Promise<void> {
  for (let questions = 0; questions < 20; questions += 1) {
    await next.or(last).first().waitFor()
    for (const [field, give] of answers) if (await field.isVisible()) await give(field)
    if (await last.isVisible()) return last.click()
    await next.click()
  }
  throw new Error('After 20 questions there is no last one.')
}
`,
}
