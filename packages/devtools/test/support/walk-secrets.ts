import { Secret } from '@authchart/machine'
import { person } from '@authchart/testing'
import { contains } from './forms-of.ts'

type Fetch = typeof globalThis.fetch

/** What answers of Cognito and of identity pools call their secrets, and requests theirs; an `ANSWER` may be the name of a factor. */
const secretFields =
  /^(?:Session|SecretCode|AccessToken|IdToken|RefreshToken|access_token|id_token|refresh_token|Token|SecretKey|SessionToken|AccessKeyId|PASSWORD|NEW_PASSWORD|Password|ProposedPassword|PreviousPassword|ConfirmationCode|CREDENTIAL|signature|UserCode|Code|\w+_CODE|code_verifier|SECRET_BLOCK|SECRET_HASH|PASSWORD_CLAIM_SIGNATURE|PasswordVerifier)$/

const known: Readonly<Record<string, string>> = {
  password: person.password,
  'new password': person.newPassword,
  code: person.code,
  answer: person.answer,
  'key of the authenticator app': person.totpSecret,
  passkey: JSON.parse(person.passkey).response.signature,
}

/** The secrets of one walk: those that are typed, and those that are answered. */
export function walkSecrets() {
  const texts = new Map(Object.entries(known).map(([what, text]) => [text, what]))

  function collect(value: unknown, isSecret: boolean, what: string): void {
    if (value instanceof Secret) collect(value.reveal(), true, what)
    else if (typeof value === 'string') {
      if (isSecret && value.length > 5 && !texts.has(value)) texts.set(value, what)
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, part] of Object.entries(value)) {
        // A profile beside a token is none.
        const isNamed = isSecret ? /token|code|password|session/i.test(key) : secretFields.test(key)
        collect(part, isNamed, key)
      }
    }
  }

  const read = (text: string) => {
    try {
      collect(JSON.parse(text), false, '')
    } catch {
      collect(Object.fromEntries(new URLSearchParams(text)), false, '')
    }
  }

  return {
    count: () => texts.size,
    /** Collects the secrets in an event. */
    note: (event: object) => collect({ ...event }, false, ''),
    /** Collects the secrets in requests and responses. */
    watch:
      (fetch: Fetch): Fetch =>
      async (input, init) => {
        if (typeof init?.body === 'string') read(init.body)
        const response = await fetch(input, init)
        read(await response.clone().text())
        return response
      },
    /** The kinds of the secrets that a text contains. */
    foundIn: (text: string): readonly string[] =>
      [...texts].filter(([secret]) => stands(secret, text)).map(([, what]) => what),
  }
}

/** Digits of a code may be in the middle of a number: a time, a size. */
function stands(secret: string, text: string): boolean {
  if (!/^\d+$/.test(secret)) return contains(text, secret)
  return new RegExp(`(?<!\\d)${secret}(?!\\d)`).test(text)
}
