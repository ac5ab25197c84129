/** The last part of a key as a label: `attribute.custom:shoe_size` is `Shoe size`. */
export function readableName(key: string): string {
  const text = key
    .replace(/^.*[.:]/, '')
    .replaceAll(
      /([\p{Ll}\d])(\p{Lu}+)/gu,
      (_, before, capitals) =>
        `${before} ${capitals.length > 1 ? capitals : capitals.toLowerCase()}`,
    )
    .replaceAll(/[_-]+/g, ' ')
    .trim()
  return text.charAt(0).toUpperCase() + text.slice(1)
}
