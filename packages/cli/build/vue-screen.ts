import type { RouteScreen } from '../src/screens/route-screens.ts'
import { isOther, without } from './react-screen.ts'
import { replaceOnce } from './replace-once.ts'

/** The screen of one route: the form of the example with what this route has, and nothing else. */
export function vueScreen(example: string, route: string, screen: RouteScreen): string {
  const { fields, hasMore, hasText, hasAccount, hasProviders, hasSetup } = screen
  const named = fields
    .map((name) => `    <FormField :field="byName(form.fields, '${name}')" />\n`)
    .join('')
  const list = fields.length > 0 ? 'others' : 'form.fields'
  const more = `    <FormField v-for="field in ${list}" :key="field.name" :field />\n`
  const others = `const others = computed(() =>
  form.fields.filter(({ name }) => ${isOther(fields)}),
)
`
  return replaceOnce('vue/src/auth-form.vue', example, [
    [
      "import { groupActions, toolsOf } from '@authchart/example-shared/actions'\n",
      `import { groupActions } from '@authchart/example-shared/actions'\n${
        fields.length > 0 ? "import { byName } from '@authchart/machine/forms'\n" : ''
      }`,
    ],
    ["from './form-actions.vue'", "from '../form-actions.vue'"],
    [
      "import FormField from './form-field.vue'\n",
      fields.length > 0 || hasMore ? "import FormField from '../form-field.vue'\n" : '',
    ],
    [
      "import SetupKey from './setup-key.vue'\n",
      hasSetup ? "import SetupKey from '../setup-key.vue'\n" : '',
    ],
    [
      '/** Every screen, and every task of the account. */',
      `/** The screen of the route \`${route}\`. */`,
    ],
    [
      `const { form, heading = 'h1' } = defineProps<{
  form: VueForm
  /** The element of the title. */
  heading?: 'h1' | 'h2'
}>()`,
      'const { form } = defineProps<{ form: VueForm }>()',
    ],
    [
      'const groups = computed(() => groupActions(form.actions))\n',
      `const groups = computed(() => groupActions(form.actions))\n${
        hasMore && fields.length > 0 ? others : ''
      }`,
    ],
    [
      '<component :is="heading" v-bind="form.titleProps">{{ form.title }}</component>',
      '<h1 v-bind="form.titleProps">{{ form.title }}</h1>',
    ],
    ...without(hasText, '    <p v-if="form.text" class="lead">{{ form.text }}</p>\n'),
    ...without(hasSetup, '    <SetupKey v-if="form.setup" :setup="form.setup" />\n'),
    ['    <!-- What an app adds to the form. -->\n    <slot />\n', ''],
    ...without(hasAccount, '    <input v-if="form.accountProps" v-bind="form.accountProps" />\n'),
    [
      `    <FormField v-for="field in form.fields" :key="field.name" :field>
      <FormActions
        class="tools"
        :actions="toolsOf(form.actions, field.name.replace(/^attributes\\./, ''))"
      />
    </FormField>
`,
      named + (hasMore ? more : ''),
    ],
    ...without(hasProviders, '    <FormActions class="providers" :actions="groups.providers" />\n'),
  ])
}
