/**
 * Moves an element into a window of its own; `onBack` is told when that window closes.
 * `false` where the browser opens none.
 */
export function ownWindow(element: HTMLElement, onBack: () => void): boolean {
  const other = window.open('', 'authchart-inspector', 'popup,width=1080,height=640')
  if (!other) return false
  other.document.title = 'Auth inspector'
  other.document.body.style.setProperty('margin', '0')
  other.document.body.replaceChildren(other.document.adoptNode(element))
  const leave = () => other.close()
  window.addEventListener('pagehide', leave)
  other.addEventListener('pagehide', () => {
    window.removeEventListener('pagehide', leave)
    document.adoptNode(element)
    onBack()
  })
  return true
}
