/** The anchor that GitHub gives to a heading, so that a link works in both places. @param {string} heading */
export function githubSlug(heading) {
  return heading
    .toLowerCase()
    .replace(/[^\w -]/g, '')
    .replaceAll(' ', '-')
}
