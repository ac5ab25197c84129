/** Where `?authchart=go:<leaf>` in the address of the page leads. */
export function linkedLeaf(): string | undefined {
  const { search } = globalThis.location ?? {}
  // Older React Native cannot read one, and has none.
  if (!search) return undefined
  return /^go:(.+)$/.exec(new URLSearchParams(search).get('authchart') ?? '')?.[1]
}
