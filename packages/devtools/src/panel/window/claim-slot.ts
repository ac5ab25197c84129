type Listener = (slot: number, isAlone: boolean) => void

const slots: (Listener | undefined)[] = []

/**
 * Gives a panel its own slot beside the others of the page, 0 for the first. The listener gets that slot,
 * and whether the panel is alone, now and after each change. The returned function frees the slot.
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
