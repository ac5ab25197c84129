import { secretTexts } from '../contract/secret-texts.ts'
import type { Walk } from '../plan/walk.ts'

const colours = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'g')

/** What a driver complains of may quote what was typed, in colours: as it may stand in a report. */
export function withoutSecrets(text: string, { steps }: Walk): string {
  return secretTexts(steps)
    .map(({ text: secret }) => secret)
    .sort((one, other) => other.length - one.length)
    .reduce((shown, secret) => shown.replaceAll(secret, '[secret]'), text.replace(colours, ''))
}
