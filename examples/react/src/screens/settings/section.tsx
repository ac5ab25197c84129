import { sectionId } from '@authchart/example-shared/titles'
import type { ReactNode } from 'react'

/** A part of the settings that screen readers can go to by its name. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = sectionId(title)
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  )
}
