/**
 * One of the fields, actions or sections of a form, for a screen with a layout of its own.
 *
 * @throws Error if the form does not have it now, with the names that it has
 *
 * @example
 * <input {...byName(form.fields, 'username').inputProps} />
 */
export function byName<Part extends { readonly name: string }>(
  parts: readonly Part[],
  name: Part['name'],
): Part {
  const found = parts.find((part) => part.name === name)
  if (found) return found
  const names = parts.map((part) => part.name).join(', ') || 'nothing'
  throw new Error(`The form has no "${name}": it has ${names}`)
}
