import { authInspectorPlugin } from '@authchart/devtools/tanstack'
import { useEffect, useRef } from 'react'
import { inspector } from '../auth.ts'

/** The inspector as a part of the page. Its view “Chart” follows the active state. */
export function InspectorDock() {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = place.current
    if (!element) return
    const panel = authInspectorPlugin(inspector)
    const dark = matchMedia('(prefers-color-scheme: dark)')
    const show = () => panel.render(element, dark.matches ? 'dark' : 'light')
    show()
    dark.addEventListener('change', show)
    return () => {
      dark.removeEventListener('change', show)
      panel.destroy()
    }
  }, [])
  return <div ref={place} className="inspector" />
}
