/** What a signed-in user can look at. */
export const tabs = { home: 'Home', settings: 'Settings' } as const

export type Tab = keyof typeof tabs

export const tabNames = Object.keys(tabs) as Tab[]

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
