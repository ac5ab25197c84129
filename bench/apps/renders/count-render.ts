const counts = new Map<string, number>()

globalThis.window.takeCounts = () => {
  const taken = Object.fromEntries(counts)
  counts.clear()
  return taken
}

/** Counts a render of a component. */
export function countRender(component: string): void {
  counts.set(component, (counts.get(component) ?? 0) + 1)
}
