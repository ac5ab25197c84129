import type { RouteScreen } from '../src/screens/route-screens.ts'
import { type Edit, replaceOnce } from './replace-once.ts'

/** The screen of one route: the form of the example with what this route has, and nothing else. */
export function reactScreen(example: string, route: string, screen: RouteScreen): string {
  const { component, fields, hasMore, hasText, hasAccount, hasProviders, hasSetup } = screen
  const form = example.slice(0, example.indexOf('\ninterface ActionsProps'))
  const named = fields.map((name) => `      <Field field={byName(fields, '${name}')} />\n`).join('')
  const others = fields.length > 0 ? `.filter(({ name }) => ${isOther(fields)})` : ''
  const more = `      {fields${others}.map((field) => (
        <Field key={field.name} field={field} />
      ))}
`
  const hasFields = fields.length > 0 || hasMore === true
  const members = [
    'actions',
    ...(hasFields ? ['fields'] : []),
    ...(hasSetup ? ['setup'] : []),
    'submitLabel',
  ]
  const groups = ['buttons', ...(hasProviders ? ['providers'] : []), 'links']
  const edits: readonly Edit[] = [
    [
      "import { groupActions, toolsOf } from '@authchart/example-shared/actions'\n",
      `import { groupActions } from '@authchart/example-shared/actions'\n${
        fields.length > 0 ? "import { byName } from '@authchart/machine/forms'\n" : ''
      }`,
    ],
    ["import type { ReactNode } from 'react'\n", ''],
    [
      "import { Field } from './field.tsx'\n",
      `import { Actions } from '../auth-form.tsx'\n${
        hasFields ? "import { Field } from '../field.tsx'\n" : ''
      }`,
    ],
    [
      "import { SetupKey } from './setup-key.tsx'\n",
      hasSetup ? "import { SetupKey } from '../setup-key.tsx'\n" : '',
    ],
    [form.slice(form.indexOf('interface AuthFormProps'), form.indexOf('/** Every screen')), ''],
    [
      "/** Every screen, and every task of the account. */\nexport function AuthForm({ form, heading: Heading = 'h1', children }: AuthFormProps)",
      `/** The screen of the route \`${route}\`. */\nexport function ${component}({ form }: { form: ReactForm })`,
    ],
    [
      'const { actions, fields, setup, submitLabel } = form',
      `const { ${members.join(', ')} } = form`,
    ],
    [
      'const { buttons, providers, links } = groupActions(actions)',
      `const { ${groups.join(', ')} } = groupActions(actions)`,
    ],
    [
      '<Heading {...form.titleProps}>{form.title}</Heading>',
      '<h1 {...form.titleProps}>{form.title}</h1>',
    ],
    ...without(hasText, '      {form.text && <p className="lead">{form.text}</p>}\n'),
    ...without(hasSetup, '      {setup && <SetupKey setup={setup} />}\n'),
    ['      {children}\n', ''],
    ...without(hasAccount, '      {form.accountProps && <input {...form.accountProps} />}\n'),
    [
      `      {fields.map((field) => (
        <Field key={field.name} field={field}>
          <Actions
            className="tools"
            actions={toolsOf(actions, field.name.replace(/^attributes\\./, ''))}
          />
        </Field>
      ))}
`,
      named + (hasMore ? more : ''),
    ],
    ...without(hasProviders, '      <Actions className="providers" actions={providers} />\n'),
  ]
  return replaceOnce('react/src/auth-form.tsx', form, edits)
}

/** Leaves a line out, where the route never has what it shows. */
export function without(isThere: true | undefined, line: string): readonly Edit[] {
  return isThere ? [] : [[line, '']]
}

/** A condition for fields that have no line of their own. */
export function isOther(fields: readonly string[]): string {
  return fields.map((name) => `name !== '${name}'`).join(' && ')
}
