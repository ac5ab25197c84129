/** How often each component has rendered. */
type Counts = Readonly<Record<string, number>>

declare global {
  interface Window {
    /** The counts since the last call. */
    takeCounts(): Counts
    /** The pool, written into the page. */
    readonly bench: {
      readonly endpoint: string
      readonly userPoolId: string
      readonly userPoolClientId: string
    }
  }
}

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
