import { secretTexts } from '../contract/secret-texts.ts'
import type { Walk } from '../plan/walk.ts'

const colours = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'g')

/** A driver's message may quote what was typed, in colours: this makes it safe for a report. */
export function withoutSecrets(text: string, { steps }: Walk): string {
  return secretTexts(steps)
    .map(({ text: secret }) => secret)
    .sort((one, other) => other.length - one.length)
    .reduce((shown, secret) => shown.replaceAll(secret, '[secret]'), text.replace(colours, ''))
}
