import type { AuthForm, FormAction } from '@authchart/machine/forms'

type Named = Pick<AuthForm, 'name'>

/** Sections whose data is read first. */
const readSections: readonly string[] = ['updateAttributes', 'devices', 'passkeys']

/** The tasks of the account, once it was read. */
export function shownSections<Section extends Named>(sections: readonly Section[]) {
  return sections.some(({ name }) => readSections.includes(name)) ? sections : []
}

/** The section in the address, as in `/#devices`. */
export function wantedSection(): string | undefined {
  return location.hash.slice(1) || undefined
}

/** Puts into the address again what a redirect carried: the hosted UI drops the `#`. */
export function wantSection(customState: string | undefined): void {
  if (customState) history.replaceState(history.state, '', `#${customState}`)
}

/** Reads the account, for a section in the address. */
export function openWantedSection(actions: readonly Pick<FormAction, 'name' | 'run'>[]): void {
  if (wantedSection()) actions.find(({ name }) => name === 'load')?.run({})
}

/** The section that a key leads to, as in every list of tabs; `undefined` for other keys. */
export function sectionByKey(
  key: string,
  sections: readonly Named[],
  current: string | undefined,
): string | undefined {
  const index = sections.findIndex(({ name }) => name === current)
  const isMirrored = document.documentElement.dir === 'rtl'
  const steps: Readonly<Partial<Record<string, number>>> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    ArrowRight: isMirrored ? index - 1 : index + 1,
    ArrowLeft: isMirrored ? index + 1 : index - 1,
    Home: 0,
    End: -1,
  }
  const next = steps[key]
  return next === undefined ? undefined : sections.at(next % sections.length)?.name
}
