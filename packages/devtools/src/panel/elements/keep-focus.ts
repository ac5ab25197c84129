/** How long a screen of the app may take until it takes the focus, in ms. */
const patienceMs = 600

/**
 * Screens take the focus when they are entered; a user who goes through them wants to keep it. Returns the
 * focus to the element of `root` that has it now, unless the user has moved it.
 */
export function keepFocus(root: ShadowRoot): void {
  const { activeElement } = root
  if (!(activeElement instanceof HTMLElement)) return
  const end = performance.now() + patienceMs
  const look = ({ relatedTarget }: FocusEvent) => {
    const isLate = performance.now() > end
    // Neither Tab nor a click on something that can be used leads there.
    const isTaken = relatedTarget instanceof HTMLElement && relatedTarget.tabIndex < 0
    if (isLate || isTaken) activeElement.removeEventListener('focusout', look)
    if (isTaken && !isLate) setTimeout(() => activeElement.focus({ preventScroll: true }))
  }
  activeElement.addEventListener('focusout', look)
  setTimeout(() => activeElement.removeEventListener('focusout', look), patienceMs)
}
