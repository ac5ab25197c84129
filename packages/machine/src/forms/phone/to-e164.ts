import { tidyDigits } from '../../tidy-input.ts'
import { callingCodeAtStart, callingCodeOf } from './calling-codes.ts'
import type { PhoneCountry } from './phone-country.ts'

/** For countries whose numbers begin with a 0 from abroad, too. */
const none = /^$/

/**
 * Trunk prefixes by calling code, where it is not a 0: what stands before a number that is dialled at home. The
 * look-ahead is for numbers that may begin with the same digit.
 */
const trunkPrefixes: ReadonlyMap<string, RegExp> = new Map([
  ['1', /^1(?=\d{10}$)/],
  ['7', /^[78](?=\d{10}$)/],
  ['36', /^06?/],
  ['39', none],
  // The former prefixes of mobile numbers.
  ['52', /^(?:01|04[45]|1)(?=\d{10}$)/],
  ['225', none],
  ['226', none],
  ['229', none],
  ['241', /^0(?=\d{8}$)/],
  ['242', none],
  ['370', /^0|^8(?=\d{8}$)/],
  ['375', /^0|^80?(?=\d{9}$)/],
  ['378', none],
  ['692', /^1(?=\d{7}$)/],
  ['992', /^8(?=\d{9}$)/],
  ['993', /^8(?=\d{8}$)/],
  ['998', /^8(?=\d{9}$)/],
])

/** A mobile number of Argentina: area code, 15 and number at home; 9, area code and number from abroad. */
const argentineMobile = /^(?=\d{12}$)(11|\d{3,4}?)15/

/**
 * A phone number as Cognito takes it, in the form E.164 (`+4930123456`), from what a user types: with `+`, with
 * `00` or the North American `011` before the calling code, or as it is dialled at home in `defaultCountry`.
 * Blanks, dashes, brackets and digits of other scripts are fine. `undefined` if it can be no phone number:
 * the calling code, and the number of digits, are checked. Whether the number exists is not.
 *
 * @param defaultCountry - ISO 3166-1 alpha-2, upper case. Without it a number needs its calling code.
 *
 * @example
 * toE164('0171 123 45 67', 'DE') // '+491711234567'
 */
export function toE164(text: string, defaultCountry?: PhoneCountry): string | undefined {
  const typed = tidyDigits(text)
  const home = defaultCountry && callingCodeOf(defaultCountry)
  // Elsewhere 011 is an area code: of Buenos Aires, of Johannesburg.
  const isNorthAmerican = home === undefined || home === '1'
  const international = typed.replace(isNorthAmerican ? /^(?:\+|00|011)/ : /^(?:\+|00)/, '')
  if (!/^\d+$/.test(international)) return undefined
  const isNational = international === typed
  const code = isNational ? home : callingCodeAtStart(international)
  if (!code) return undefined
  const dialled = isNational ? typed : international.slice(code.length)
  const national = dialled.replace(trunkPrefixes.get(code) ?? /^0/, '')
  const number = code + (code === '54' ? national.replace(argentineMobile, '9$1') : national)
  // Of North America, Russia and Kazakhstan every number is equally long.
  const pattern = code === '1' ? /^1[2-9]\d{9}$/ : code === '7' ? /^7\d{10}$/ : /^\d{7,15}$/
  return pattern.test(number) ? `+${number}` : undefined
}
