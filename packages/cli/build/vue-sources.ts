import type { Source } from './source.ts'

const screensImport = [
  "import AuthForm from './auth-form.vue'\n",
  "import AuthForm from './auth-form.vue'\nimport { screens } from './screens/index.ts'\n",
] as const
const form = 'const form = useAuthForm(() => options)\n'
const screen = 'const screen = computed(() => screens[form.value.route] ?? AuthForm)\n'

export const vueSources: readonly Source[] = [
  {
    from: 'vue/src/auth-screens.vue',
    to: 'auth-screens.vue',
    edits: [
      screensImport,
      [form, form + screen],
      ['<AuthForm v-else :form />', '<component :is="screen" v-else :form />'],
    ],
  },
  { from: 'vue/src/auth-form.vue', to: 'auth-form.vue' },
  { from: 'vue/src/form-actions.vue', to: 'form-actions.vue' },
  { from: 'vue/src/form-field.vue', to: 'form-field.vue' },
  { from: 'vue/src/setup-key.vue', to: 'setup-key.vue' },
  {
    from: 'vue/src/account/account.vue',
    to: 'account/account.vue',
    edits: [
      [
        `import {
  openWantedSection,
  sectionByKey,
  shownSections,
  wantedSection,
} from`,
        'import { sectionByKey, shownSections } from',
      ],
      ['import { computed, onMounted, useTemplateRef }', 'import { computed, useTemplateRef }'],
      [
        '/** The section that was opened; by default the one in the address, or else the first. */',
        '/** The section that was opened; by default the first. */',
      ],
      [
        `const open = computed(() => {
  const wanted = section.value ?? wantedSection()
  return (sections.value.find(({ name }) => name === wanted) ?? sections.value[0])?.name
})

onMounted(() => openWantedSection(form.actions))
`,
        `const open = computed(
  () => (sections.value.find(({ name }) => name === section.value) ?? sections.value[0])?.name,
)
`,
      ],
    ],
  },
  { from: 'vue/src/account/devices.vue', to: 'account/devices.vue' },
  { from: 'vue/src/account/passkeys.vue', to: 'account/passkeys.vue' },
]
