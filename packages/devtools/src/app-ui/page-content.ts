/** Elements that a user sees or uses and that are not text. */
const things = [
  'input:not([type=hidden]),select,textarea,button,a[href],[role=button],[role=textbox]',
  'iframe,img,svg,canvas,video,progress,[role=img],[role=progressbar]',
].join(',')

const attributes = ['type', 'name', 'aria-label', 'href', 'src']

/**
 * Everything that a page shows, each node with a hash of its content. Hashes, since the content may be
 * secret. Shadow trees are left out, so the panel is not found.
 */
export function contentOf(body: Element): ReadonlyMap<Node, number> {
  const content = new Map<Node, number>()
  const texts = body.ownerDocument.createTreeWalker(body, 4 /* NodeFilter.SHOW_TEXT */)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const text = node.nodeValue?.trim()
    const parent = node.parentElement
    if (text && parent && isVisible(parent)) content.set(node, numberOf(parent.localName, text))
  }
  for (const thing of body.querySelectorAll(things)) {
    if (!isVisible(thing)) continue
    content.set(thing, numberOf(thing.localName, ...attributes.map((of) => thing.getAttribute(of))))
  }
  // A spinner may be nothing but a box that turns for ever.
  for (const { effect } of body.getAnimations?.({ subtree: true }) ?? []) {
    const turning = (effect as KeyframeEffect | null)?.target
    const isEndless = effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY
    if (turning && isEndless) content.set(turning, numberOf(turning.localName, turning.className))
  }
  return content
}

const isVisible = (element: Element): boolean =>
  !element.closest('script,style,template,noscript') && (element.checkVisibility?.() ?? true)

function numberOf(...parts: readonly unknown[]): number {
  let number = 0
  for (const unit of parts.join('\n')) {
    number = (Math.imul(number, 31) + (unit.codePointAt(0) ?? 0)) | 0
  }
  return number
}
