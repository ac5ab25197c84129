type Listener = (slot: number, isAlone: boolean) => void

const slots: (Listener | undefined)[] = []

/**
 * Gives a panel a place of its own beside the others of the page, 0 for the first. It is told that
 * place, and whether it is alone, now and whenever that changes. The function that comes back leaves
 * the place.
 */
export function claimSlot(listener: Listener): () => void {
  const free = slots.indexOf(undefined)
  const slot = free < 0 ? slots.length : free
  slots[slot] = listener
  notifyAll()
  return () => {
    slots[slot] = undefined
    notifyAll()
  }
}

function notifyAll(): void {
  const isAlone = slots.filter((listener) => listener).length < 2
  slots.forEach((listener, slot) => {
    listener?.(slot, isAlone)
  })
}
