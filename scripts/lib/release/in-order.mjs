/**
 * @template {{ name: string, needs: Record<string, string> }} Package
 * @param {Package[]} packed
 * @returns {Package[]} each after what it needs
 */
export function inOrder(packed) {
  const ordered = []
  const rest = [...packed]
  while (rest.length > 0) {
    const index = rest.findIndex(({ needs }) =>
      Object.keys(needs).every((name) => !rest.some((one) => one.name === name)),
    )
    if (index < 0) throw new Error(`A circle among ${rest.map(({ name }) => name).join(', ')}`)
    ordered.push(...rest.splice(index, 1))
  }
  return ordered
}
