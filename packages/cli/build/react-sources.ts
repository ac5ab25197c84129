import type { Source } from './source.ts'

const screensImport = [
  "import { AuthForm } from './auth-form.tsx'\n",
  "import { AuthForm } from './auth-form.tsx'\nimport { screens } from './screens/index.ts'\n",
] as const
const status =
  "  const status = [form, ...form.sections].find(({ status }) => status !== '')?.status\n"
const screen = [status, `${status}  const Screen = screens[route] ?? AuthForm\n`] as const

export const reactSources: readonly Source[] = [
  {
    from: 'react/src/auth-screens.tsx',
    to: 'auth-screens.tsx',
    edits: [screensImport, screen, ['<AuthForm form={form} />', '<Screen form={form} />']],
  },
  { from: 'react/src/auth-form.tsx', to: 'auth-form.tsx' },
  { from: 'react/src/field.tsx', to: 'field.tsx' },
  { from: 'react/src/setup-key.tsx', to: 'setup-key.tsx' },
  {
    from: 'react/src/account/account.tsx',
    to: 'account/account.tsx',
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
      ['type KeyboardEvent, useEffect, useRef', 'type KeyboardEvent, useRef'],
      [
        '/** The section that was opened; by default the one in the address, or else the first. */',
        '/** The section that was opened; by default the first. */',
      ],
      ['  const wanted = section ?? wantedSection()\n', ''],
      ['name === wanted', 'name === section'],
      ['  const first = useRef(form)\n', ''],
      ['  useEffect(() => openWantedSection(first.current.actions), [])\n\n', ''],
    ],
  },
  { from: 'react/src/account/devices.tsx', to: 'account/devices.tsx' },
  { from: 'react/src/account/passkeys.tsx', to: 'account/passkeys.tsx' },
]
