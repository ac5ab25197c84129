/** What a signed-in user can look at. */
export const tabs = { home: 'Home', settings: 'Settings' } as const

export type Tab = keyof typeof tabs

export const tabNames = Object.keys(tabs) as Tab[]

const tabNamed = (name: string | undefined): Tab | undefined => tabNames.find((tab) => tab === name)

/** The tab in the address, as in `/#settings` or, with a section, `/#settings/devices`. */
export function wantedTab(): Tab {
  return tabNamed(location.hash.slice(1).split('/')[0]) ?? 'home'
}

/** Into the address again what a redirect carried as its custom state: the hosted UI drops the `#`. */
export function wantTab(customState: string | undefined): void {
  const tab = tabNamed(customState)
  if (tab && tab !== 'home') history.replaceState(history.state, '', `#${tab}`)
}

/** The tab that a key leads to, as in every list of tabs; `undefined` for other keys. */
export function tabByKey(key: string, current: Tab): Tab | undefined {
  const last = tabNames.length - 1
  const index = tabNames.indexOf(current)
  switch (key) {
    case 'ArrowRight':
      return tabNames[index === last ? 0 : index + 1]
    case 'ArrowLeft':
      return tabNames[index === 0 ? last : index - 1]
    case 'Home':
      return tabNames[0]
    case 'End':
      return tabNames[last]
    default:
      return undefined
  }
}
