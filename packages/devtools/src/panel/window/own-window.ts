/** Of the window: by its name the browser knows it again, its title is for people. */
export interface WindowNames {
  readonly name: string
  readonly title: string
}

/**
 * Moves an element into a window of its own; `onBack` is told when that window closes. The function
 * it gives closes it without that. `undefined` where the browser opens none.
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
