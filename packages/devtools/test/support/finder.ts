/** Finds the first element of a kind that says something. What is not there is an error that says so. */
export function finder(root: () => ParentNode) {
  return <E extends HTMLElement = HTMLElement>(selector: string, text = ''): E => {
    const found = [...root().querySelectorAll<E>(selector)].find((element) =>
      element.textContent?.includes(text),
    )
    if (!found) throw new Error(`There is no ${selector} that says "${text}"`)
    return found
  }
}
