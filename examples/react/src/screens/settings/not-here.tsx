import { Section } from './section.tsx'

/** A section that is not for this user, and why. */
export function NotHere({ title, reason }: { title: string; reason: string }) {
  return (
    <Section title={title}>
      <p className="hint">{reason}</p>
    </Section>
  )
}
