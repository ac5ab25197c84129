import { useAuthMachine } from '@authchart/react'
import { useEffect, useRef } from 'react'

export function Screens() {
  const view = useAuthMachine()
  const main = useRef<HTMLElement>(null)
  const previous = useRef(view.route)
  useEffect(() => {
    if (previous.current === view.route) return
    previous.current = view.route
    main.current?.querySelector('h1')?.focus()
  }, [view.route])
  useEffect(() => {
    // A disabled button has lost the focus: move it to the rejected field, or to the first one.
    if (view.isPending || document.activeElement !== document.body) return
    main.current?.querySelector<HTMLElement>('[aria-invalid="true"], input, button')?.focus()
  }, [view.isPending])
  return (
    <main ref={main}>
      <h1 tabIndex={-1}>{view.route}</h1>
      {/* one screen for each route */}
    </main>
  )
}
