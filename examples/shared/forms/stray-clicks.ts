/**
 * Lets no double click act on two screens: where its first half has changed the screen, the second
 * half would hit the element that is there now.
 */
export function ignoreStrayClicks(page: HTMLElement): void {
  let first: EventTarget | null = null
  page.addEventListener(
    'click',
    (event) => {
      if (event.detail < 2) {
        first = event.target
      } else if (first instanceof Node && !first.isConnected) {
        event.preventDefault()
        event.stopImmediatePropagation()
      }
    },
    { capture: true },
  )
}
