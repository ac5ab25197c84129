import examples from 'libphonenumber-js/examples.mobile.json'
import {
  type CountryCode,
  getCountryCallingCode,
  getExampleNumber,
  Metadata,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max'

/** A mobile number of the country; of Ascension and such, which have none, `undefined`. */
export function exampleOf(country: CountryCode): PhoneNumber | undefined {
  return getExampleNumber(country, examples)
}

/** Numbers that receive no codes, and whose formats are special. */
const services = ['TOLL_FREE', 'PREMIUM_RATE', 'SHARED_COST', 'UAN', 'VOICEMAIL', 'PAGER']

/** Those of `count` tries that the judge takes for a number of the country; the same in each run. */
export function randomNumbersOf(country: CountryCode, count: number): readonly PhoneNumber[] {
  const metadata = new Metadata()
  metadata.selectNumberingPlan(country)
  const lengths = metadata.numberingPlan?.possibleLengths() ?? []
  const code = getCountryCallingCode(country)
  const random = randomOf(country.charCodeAt(0) * 256 + country.charCodeAt(1))
  const digitsOf = (length: number) => Array.from({ length }, () => random(10)).join('')
  return Array.from({ length: count }, () =>
    parsePhoneNumberFromString(`+${code}${digitsOf(lengths[random(lengths.length)] ?? 0)}`),
  ).filter(
    (number): number is PhoneNumber =>
      number?.isValid() === true &&
      number.country === country &&
      number.number.length >= '+1234567'.length &&
      number.number.length <= '+123456789012345'.length &&
      !services.includes(number.getType() ?? ''),
  )
}

/** A linear congruential generator: whole numbers below the limit. */
function randomOf(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * limit)
  }
}
