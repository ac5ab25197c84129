/** The page of the documentation that says what to do for a function: its anchor is the name in lower case. */
export function linkTo(name: string, isIdentityJs: boolean): string {
  const page = isIdentityJs ? 'coming-from-identity-js' : 'coming-from-amplify'
  return `docs/${page}.md#${name.toLowerCase().replace(/[^a-z0-9_-]/g, '')}`
}
