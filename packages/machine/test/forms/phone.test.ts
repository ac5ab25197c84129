import { type CountryCode, getCountries, getCountryCallingCode } from 'libphonenumber-js/max'
import { describe, expect, test } from 'vitest'
import {
  callingCodeAtStart,
  callingCodeOf,
  callingCodes,
} from '../../src/forms/phone/calling-codes.ts'
import type { PhoneCountry } from '../../src/forms/phone/phone-country.ts'
import { toE164 } from '../../src/forms/phone/to-e164.ts'
import { exampleOf, randomNumbersOf } from '../support/phone-numbers.ts'

const judged: readonly CountryCode[] = getCountries()

/** ISO has them, the judge has not: they have no inhabitants, or use the numbers of another territory. */
const unjudged = { AQ: '672', BV: '47', GS: '500', HM: '672', PN: '64', TF: '262', UM: '1' }

describe('calling codes', () => {
  test('each country has the code that the judge has', () => {
    const codes = Object.fromEntries(judged.map((country) => [country, callingCodeOf(country)]))
    expect(codes).toEqual(
      Object.fromEntries(judged.map((country) => [country, getCountryCallingCode(country)])),
    )
  })

  test('all of ISO 3166-1, and three more', () => {
    const countries = callingCodes.match(/[A-Z]{2}/g) ?? []
    expect(countries.toSorted()).toEqual([...judged, ...Object.keys(unjudged)].sort())
    expect(countries.length).toBe(249 + 3)
    for (const [country, code] of Object.entries(unjudged)) {
      expect(callingCodeOf(country as PhoneCountry)).toBe(code)
    }
  })

  test('the type has the same countries', () => {
    // Each is assigned to the other: one that is missing is a compile error.
    const ours: readonly PhoneCountry[] = judged
    const theirs: readonly (CountryCode | keyof typeof unjudged)[] = ours
    expect(theirs.length).toBe(judged.length)
  })

  test('no code is the beginning of another one', () => {
    const codes = callingCodes.match(/\d+/g) ?? []
    const clashes = codes.filter((code) =>
      codes.some((other) => other !== code && other.startsWith(code)),
    )
    expect(clashes).toEqual([])
    for (const code of codes) expect(callingCodeAtStart(`${code}123`)).toBe(code)
  })

  test.each(['0', '210', '999', '42'])('%j begins with none', (digits) =>
    expect(callingCodeAtStart(digits)).toBe(undefined),
  )

  test('a country that does not exist has none', () => {
    for (const country of ['UK', 'EU', 'XX', 'de', 'GDE']) {
      expect(callingCodeOf(country as PhoneCountry)).toBe(undefined)
    }
  })
})

describe('numbers of each country, as the judge writes them', () => {
  test.each(judged.filter((country) => exampleOf(country)))('the example of %s', (country) => {
    const example = exampleOf(country)
    const typed = [
      example?.formatNational(),
      example?.formatInternational(),
      example?.format('RFC3966').slice('tel:'.length),
      example?.number.replace('+', '00'),
    ]
    for (const text of typed) expect(toE164(text ?? '', country)).toBe(example?.number)
    expect(toE164(example?.number ?? '')).toBe(example?.number)
  })

  test('random numbers', () => {
    /** Mobile numbers of Tajikistan that begin like an international prefix; former numbers of Gabon; a land line of Rwanda. */
    const known = /^\+(99200|241\d{7}$|25006)/
    const numbers = judged.flatMap((country) =>
      randomNumbersOf(country, 100).map((number) => ({ country, number })),
    )
    const wrong = numbers.flatMap(({ country, number }) =>
      [number.formatNational(), number.formatInternational()]
        .filter((text) => toE164(text, country) !== number.number && !known.test(number.number))
        .map((text) => ({ country, text, number: number.number })),
    )
    expect(wrong).toEqual([])
    expect(numbers.length).toBeGreaterThan(3000)
  })
})

describe('what users type', () => {
  test.each<[string, PhoneCountry | undefined, string]>([
    ['+49 (0)30 123', undefined, '+4930123'],
    ['+49 (0)30 123456', 'FR', '+4930123456'],
    ['0049 30 123456', 'DE', '+4930123456'],
    ['0049 30 123456', undefined, '+4930123456'],
    ['0049 30 123456', 'US', '+4930123456'],
    ['011 49 30 123456', 'US', '+4930123456'],
    ['011 49 30 123456', 'JM', '+4930123456'],
    ['011 49 30 123456', undefined, '+4930123456'],
    ['0113 496 0000', 'GB', '+441134960000'],
    ['011 784 1234', 'ZA', '+27117841234'],
    ['030/123 456', 'DE', '+4930123456'],
    ['0171 – 1234567', 'DE', '+491711234567'],
    ['06 6982 1234', 'IT', '+390669821234'],
    ['+39 06 6982 1234', undefined, '+390669821234'],
    ['312 345 6789', 'IT', '+393123456789'],
    ['0549 886377', 'SM', '+3780549886377'],
    ['(212) 555-0123', 'US', '+12125550123'],
    ['1-212-555-0123', 'US', '+12125550123'],
    ['+1 1 212 555 0123', undefined, '+12125550123'],
    ['8 (912) 345-67-89', 'RU', '+79123456789'],
    ['+7 8 912 345 67 89', undefined, '+79123456789'],
    ['812 345 67 89', 'RU', '+78123456789'],
    ['8 771 000 9998', 'KZ', '+77710009998'],
    ['06 20 123 4567', 'HU', '+36201234567'],
    ['+36 (06) 20 123 4567', undefined, '+36201234567'],
    ['8 612 34567', 'LT', '+37061234567'],
    ['8 029 491 19 11', 'BY', '+375294911911'],
    ['01 55 1234 5678', 'MX', '+525512345678'],
    ['+52 1 55 1234 5678', undefined, '+525512345678'],
    ['011 15-2345-6789', 'AR', '+5491123456789'],
    ['0221 15 412-3456', 'AR', '+5492214123456'],
    ['02345 15 412345', 'AR', '+5492345412345'],
    ['011 4321-1234', 'AR', '+541143211234'],
    ['011 1512-3456', 'AR', '+541115123456'],
    ['01 23 45 67 89', 'CI', '+2250123456789'],
    ['０９０－１２３４－５６７８', 'JP', '+819012345678'],
    ['＋８１ ９０ １２３４ ５６７８', undefined, '+819012345678'],
    ['٠٥٠ ١٢٣ ٤٥٦٧', 'SA', '+966501234567'],
    ['\u202a+98 ۹۱۲ ۳۴۵ ۶۷۸۹\u202c', undefined, '+989123456789'],
    ['+870 773 111 632', undefined, '+870773111632'],
  ])('%s in %s', (text, country, number) => expect(toE164(text, country)).toBe(number))

  test.each<[string, PhoneCountry | undefined]>([
    ['', undefined],
    ['', 'DE'],
    [' ', 'DE'],
    ['+', 'DE'],
    ['+[', 'DE'],
    ['+*\\', undefined],
    ['00', 'DE'],
    ['ada@example.com', 'DE'],
    ['0171 CALL ME', 'DE'],
    ['030 123456', undefined],
    ['030 123456', 'XX' as PhoneCountry],
    ['030', 'DE'],
    ['+49', 'DE'],
    ['+49 30 1', undefined],
    ['+49 1234567890123456', undefined],
    ['+999 12345678', undefined],
    ['+0171 1234567', 'DE'],
    ['+49 30 +49 30 12', 'DE'],
    ['+1 112 555 0123', undefined],
    ['+1 212 555 012', undefined],
    ['212 555 01234', 'US'],
    ['+7 912 345 67', undefined],
    ['+7 912 345 67 890', undefined],
  ])('%j in %s is no number', (text, country) => expect(toE164(text, country)).toBe(undefined))
})
