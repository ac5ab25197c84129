import type { Act } from './acts.ts'
import type { Contract } from './contract.ts'
import { isName, literal, quoted } from './literal.ts'
import { playwrightSkeleton, type Skeleton, vitestSkeleton } from './skeleton.ts'
import { playwrightSupport } from './support-playwright.ts'
import { vitestSupport } from './support-vitest.ts'

/** How a framework says things. */
interface Framework {
  /** The file that all specs share. */
  readonly support: string
  /** A whole spec file, but for its header. */
  spec(title: string, contract: Contract | undefined, acts: readonly Act[]): string
  readonly skeleton: Skeleton
}

const member = (name: string) => (isName(name) ? `.${name}` : `[${quoted(name)}]`)

function called(handle: string, { deed }: Act, indent: number, contract: Contract | undefined) {
  if (deed.kind !== 'do') return ''
  // The types of \`defineUi\` give each action a payload; the skeleton has it only if the user types one.
  const sent = deed.payload ?? (contract && {})
  const payload = sent ? `, ${literal(sent, indent)}` : ''
  const line = `ui.actions${member(deed.type)}(${handle}${payload})`
  if (!deed.payload || line.length + indent + 6 <= 100 || payload.includes('\n')) return line
  return `ui.actions${member(deed.type)}(${handle}, ${broken(deed.payload, indent)})`
}

/** Over several lines, each of them as short as it can be. */
function broken(payload: object, indent: number) {
  const pad = ' '.repeat(indent + 2)
  const members = Object.entries(payload).map(([key, value]) => {
    const [, text = ''] = /^\{ (.*) \}$/s.exec(literal({ [key]: value }, 0)) ?? []
    return `${pad}${text},\n`
  })
  return `{\n${members.join('')}${' '.repeat(indent)}}`
}

function prepared({ prepared, deed }: Act, indent: number): string[] {
  if (prepared === undefined) return []
  // The request of the current response has to be sent before something else is prepared.
  const before = deed.kind === 'answer' ? ['await cognito.requested()'] : []
  const key = quoted(prepared)
  const pad = ' '.repeat(indent)
  const fits = (line: string, at: number) => line.length + at <= 100
  const line = `cognito.prepare(answers[${key}])`
  if (fits(line, indent)) return [...before, line]
  const argument = fits(`answers[${key}],`, indent + 2)
    ? `answers[${key}],`
    : `answers[\n${pad}    ${key}\n${pad}  ],`
  return [...before, `cognito.prepare(\n${pad}  ${argument}\n${pad})`]
}

/** Only what a spec uses is imported. */
function importsOf(
  acts: readonly Act[],
  contract: Contract | undefined,
  names: { readonly helpers: readonly string[]; readonly contents: readonly string[] },
): string {
  const fixtures = [
    acts.some(({ prepared }) => prepared !== undefined) && 'answers',
    acts.some(({ deed }) => deed.kind === 'open' && deed.stored !== undefined) && 'browsers',
  ].filter((name) => name !== false)
  const isAlert = acts.some(({ isFailureShown }) => isFailureShown !== undefined)
  const shared = [
    isAlert && 'alerts',
    fixtures.includes('browsers') && 'keep',
    'scriptCognito',
    ...names.helpers,
  ]
  const { module = './ui.js', name = 'ui' } = contract ?? {}
  const contents = names.contents.map((content) =>
    content === 'ui' && name !== 'ui' ? `${name} as ui` : content,
  )
  const lines = [
    `import { ${shared.filter(Boolean).join(', ')} } from './cognito.js'`,
    ...(fixtures.length > 0
      ? [`import { ${fixtures.join(', ')} } from './cognito-answers.js'`]
      : []),
    `import { ${contents.join(', ')} } from ${quoted(module)}`,
  ]
  return `${lines.join('\n')}\n`
}

function playwrightAct(act: Act, contract: Contract | undefined): string {
  const { sentence, deed, screen, isFailureShown } = act
  const lines = prepared(act, 4)
  switch (deed.kind) {
    case 'open':
      if (deed.stored !== undefined)
        lines.push(`await keep(page, browsers[${quoted(deed.stored)}])`)
      lines.push("await page.goto('/')")
      break
    case 'do':
      lines.push(`await ${called('page', act, 4, contract)}`)
      break
    case 'answer':
      lines.push('await cognito.answer()')
      break
    case 'wait':
      lines.push(`await page.clock.runFor(${deed.ms})`)
      break
    case 'nothing':
      break
  }
  if (screen) {
    const sign = `ui.routes${member(screen)}(page)`
    lines.push(`await expect(${contract ? `locatorOf(${sign})` : sign}).toBeVisible()`)
  }
  if (isFailureShown === true) lines.push('await expect(alerts(page).first()).toBeVisible()')
  if (isFailureShown === false) lines.push('await expect(alerts(page)).toHaveCount(0)')
  const body = lines.map((line) => `    ${line}\n`).join('')
  return `  await test.step(${quoted(sentence)}, async () => {\n${body}  })\n`
}

function vitestAct(act: Act, contract: Contract | undefined): string {
  const { sentence, deed, screen, isFailureShown } = act
  const lines = [`// ${sentence}`, ...prepared(act, 2)]
  switch (deed.kind) {
    case 'open':
      if (deed.stored !== undefined) lines.push(`keep(browsers[${quoted(deed.stored)}])`)
      lines.push('const app = await open()')
      break
    case 'do':
      lines.push(`await ${called('app', act, 2, contract)}`)
      break
    case 'answer':
      lines.push('await cognito.answer()')
      break
    case 'wait':
      lines.push(`await vi.advanceTimersByTimeAsync(${deed.ms})`)
      break
    case 'nothing':
      break
  }
  if (screen) lines.push(`await expect.poll(() => ui.routes${member(screen)}(app)).toBeTruthy()`)
  if (isFailureShown === true) lines.push('await expect.poll(alerts).not.toEqual([])')
  if (isFailureShown === false) lines.push('await expect.poll(alerts).toEqual([])')
  return lines.map((line) => `  ${line}\n`).join('')
}

const playwright: Framework = {
  support: playwrightSupport,
  spec: (title, contract, acts) =>
    [
      "import { expect, test } from '@playwright/test'\n",
      importsOf(acts, contract, {
        helpers: contract && acts.some(({ screen }) => screen) ? ['locatorOf'] : [],
        contents: ['ui'],
      }),
      `\ntest(${quoted(title)}, async ({ page }) => {\n`,
      '  const cognito = await scriptCognito(page)\n\n',
      acts.map((act) => playwrightAct(act, contract)).join('\n'),
      '})\n',
    ].join(''),
  skeleton: playwrightSkeleton,
}

const vitest: Framework = {
  support: vitestSupport,
  spec: (title, contract, acts) => {
    const isWaiting = acts.some(({ deed }) => deed.kind === 'wait')
    return [
      `import { expect, test${isWaiting ? ', vi' : ''} } from 'vitest'\n`,
      importsOf(acts, contract, { helpers: [], contents: ['open', 'ui'] }),
      `\ntest(${quoted(title)}, async () => {\n`,
      '  const cognito = scriptCognito()\n\n',
      acts.map((act) => vitestAct(act, contract)).join('\n'),
      '})\n',
    ].join('')
  },
  skeleton: vitestSkeleton,
}

export const frameworks = { playwright, vitest }
