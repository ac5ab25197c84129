import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { attributeClauses } from './clauses-attributes.ts'
import { mfaClauses } from './clauses-mfa.ts'
import { passwordClauses } from './clauses-passwords.ts'
import { differences } from './differences.ts'
import { useSubject } from './subject.ts'

const clauses = Object.entries({ ...passwordClauses, ...attributeClauses, ...mfaClauses })

describe.each(['sandbox', 'cognito-local'] as const)('%s', (name) => {
  const subject = useSubject(name)
  test.each(clauses)('%s', (_, clause) => clause(subject()))
})

test('the differences are listed in docs/quality/judges.md', async () => {
  const page = await readFile(
    new URL('../../../../../docs/quality/judges.md', import.meta.url),
    'utf8',
  )
  for (const { what, why } of Object.values(differences)) {
    expect(page).toMatch(new RegExp(`^\\| ${what} \\|.*\\| ${why} \\|$`, 'm'))
  }
})
