/** The browser identifies the window by its name; its title is for users. */
export interface WindowNames {
  readonly name: string
  readonly title: string
}

/**
 * Moves an element into its own window; `onBack` is called when that window closes. The returned function
 * closes it without that call. `undefined` if the browser opens none.
 */
export function ownWindow(
  element: HTMLElement,
  { name, title }: WindowNames,
  onBack: () => void,
): (() => void) | undefined {
  const other = window.open('', name, 'popup,width=1080,height=640')
  if (!other) return undefined
  other.document.title = title
  other.document.body.style.setProperty('margin', '0')
  other.document.body.replaceChildren(other.document.adoptNode(element))
  const leave = () => other.close()
  const back = () => {
    window.removeEventListener('pagehide', leave)
    document.adoptNode(element)
    onBack()
  }
  window.addEventListener('pagehide', leave)
  other.addEventListener('pagehide', back)
  return () => {
    window.removeEventListener('pagehide', leave)
    other.removeEventListener('pagehide', back)
    leave()
  }
}
