/** The document of an element, or the shadow root that it is in: ids and the focus are those of the root. */
export function rootOf(element: HTMLElement): Document | ShadowRoot {
  const root = element.getRootNode()
  return 'activeElement' in root ? (root as Document | ShadowRoot) : element.ownerDocument
}
