import { chooseLanguage, languageNames } from '@authchart/example-shared/language'
import { say, type Words } from '@authchart/machine/words'

export function Header({ outboxUrl, words }: { outboxUrl: string | undefined; words: Words }) {
  return (
    <header className="header">
      <p className="brand">
        Authchart <span className="brand-note">React</span>
      </p>
      {outboxUrl && (
        <a href={outboxUrl} target="_blank" rel="noopener" lang="en">
          Open the outbox
        </a>
      )}
      <select
        aria-label={say(words, { key: 'attribute.locale' })}
        value={words.language}
        onChange={(event) => chooseLanguage(event.currentTarget.value)}
      >
        {languageNames.map(({ value, label }) => (
          <option key={value} value={value} lang={value}>
            {label}
          </option>
        ))}
      </select>
    </header>
  )
}
