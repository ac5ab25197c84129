/**
 * For the end of a `switch` over `view.route`: a route without a `case` does not compile. One that
 * is met all the same, e.g. in JavaScript, throws an Error that names it.
 *
 * @example
 * switch (view.route) {
 *   case 'signIn':
 *     return <SignIn view={view} />
 *   // …
 *   default:
 *     return unreachable(view)
 * }
 */
export function unreachable(view: never): never {
  const { route }: { route?: unknown } = Object(view)
  throw new Error(`There is no screen for the route "${String(route)}"`)
}
