import type { Source } from './source.ts'

/** What both frameworks share. The sections in the address are for the examples: apps have their own routes. */
export const sharedSources: readonly Source[] = [
  { from: 'shared/forms/actions.ts', to: 'lib/actions.ts' },
  { from: 'shared/account/devices.ts', to: 'lib/devices.ts' },
  { from: 'shared/account/passkeys.ts', to: 'lib/passkeys.ts' },
  {
    from: 'shared/account/sections.ts',
    to: 'lib/sections.ts',
    edits: [
      ['import type { AuthForm, FormAction } from', 'import type { AuthForm } from'],
      [
        `/** The section in the address, as in \`/#devices\`. */
export function wantedSection(): string | undefined {
  return location.hash.slice(1) || undefined
}

/** Puts into the address again what a redirect carried: the hosted UI drops the \`#\`. */
export function wantSection(customState: string | undefined): void {
  if (customState) history.replaceState(history.state, '', \`#\${customState}\`)
}

/** Reads the account, for a section in the address. */
export function openWantedSection(actions: readonly Pick<FormAction, 'name' | 'run'>[]): void {
  if (wantedSection()) actions.find(({ name }) => name === 'load')?.run({})
}

`,
        '',
      ],
    ],
  },
]

/** The imports of the examples' own package, and where they are in a copy. */
export const sharedModules: ReadonlyMap<string, string> = new Map([
  ['@authchart/example-shared/actions', 'lib/actions'],
  ['@authchart/example-shared/devices', 'lib/devices'],
  ['@authchart/example-shared/passkeys', 'lib/passkeys'],
  ['@authchart/example-shared/sections', 'lib/sections'],
  ['@authchart/example-shared/qr-path', 'lib/qr-path.js'],
])
