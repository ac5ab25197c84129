import { quoted } from './literal.ts'

/** What an action is given to type: by name, and in TypeScript. */
export interface Field {
  readonly name: string
  readonly type: string
  /** Some steps go without it. */
  readonly isOptional: boolean
}

/** How a framework begins a contract that is to be filled in. */
export interface Skeleton {
  readonly imports: string
  /** What finds things on a screen. */
  readonly handle: string
  readonly handleType: string
  readonly sign: string
  readonly signType: string
  /** The lines of an action, and which of its fields they use. */
  body(action: string, fields: readonly Field[]): readonly string[]
  readonly more: string
}

const fillers: Readonly<Record<string, (field: string) => string>> = {
  string: (field) => `await page.getByLabel('TODO: ${field}').fill(${field})`,
  boolean: (field) => `await page.getByLabel('TODO: ${field}').setChecked(${field})`,
  texts: (field) =>
    `for (const [name, value] of Object.entries(${field})) {\n        await page.getByLabel(name).fill(value)\n      }`,
}

export const playwrightSkeleton: Skeleton = {
  imports: "import type { Locator, Page } from '@playwright/test'\n\n",
  handle: 'page',
  handleType: 'Page',
  sign: "page.getByRole('heading', { name: 'TODO' })",
  signType: 'Locator',
  body: (action, fields) => [
    ...fields.flatMap(({ name, type }) => fillers[kindOf(type)]?.(name) ?? []),
    `await page.getByRole('button', { name: ${quoted(`TODO: ${action}`)} }).click()`,
  ],
  more: '',
}

const kindOf = (type: string) => (type.startsWith('Readonly<') ? 'texts' : type)

export const vitestSkeleton: Skeleton = {
  imports: '',
  handle: 'app',
  handleType: 'HTMLElement',
  sign: "app.querySelector('TODO')",
  signType: 'Element | null',
  body: (action, fields) => [
    `todo(${[quoted(action), 'app', ...fields.map(({ name }) => name)].join(', ')})`,
  ],
  more: `
/** TODO: show your app in the document, e.g. with \`render\` of Testing Library. */
export async function open(): Promise<HTMLElement> {
  return todo('open')
}

function todo(action: string, ..._typed: unknown[]): never {
  throw new Error(\`ui.ts does not say how “\${action}” is done\`)
}
`,
}
