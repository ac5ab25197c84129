/** One replacement in an example; `to` is nothing for what is left out. */
export type Edit = readonly [from: string, to: string]

/**
 * Applies edits, each of which has one place in the text.
 *
 * @throws Error for an edit without a place, or with two: the example has changed, so the edit has to.
 */
export function replaceOnce(file: string, text: string, edits: readonly Edit[]): string {
  return edits.reduce((result, [from, to]) => {
    const [before, after, ...others] = result.split(from)
    if (before === undefined || after === undefined || others.length > 0) {
      throw new Error(`${file} has ${others.length === 0 ? 'no' : 'more than one'} “${from}”`)
    }
    return `${before}${to}${after}`
  }, text)
}
