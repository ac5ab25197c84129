let raised = 0
let top: WeakRef<HTMLElement> | undefined

/** Puts a panel above the others of its page. */
export function bringToFront(host: HTMLElement): void {
  if (top?.deref() === host) return
  top = new WeakRef(host)
  raised += 1
  host.style.setProperty('--over', String(raised))
}
