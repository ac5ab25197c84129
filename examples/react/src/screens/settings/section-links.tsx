import { sectionId, settingsTitles } from '@authchart/example-shared/titles'

/** To each section of the settings. The browser brings the focus to its heading. */
export function SectionLinks() {
  return (
    <nav className="section-links" aria-label="Settings">
      <ul>
        {settingsTitles.map((title) => (
          <li key={title}>
            <a href={`#${sectionId(title)}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
