import { person } from '../../catalogue/person.ts'
import { answers, type Exchange } from '../../wire/exchange.ts'
import { device } from '../../wire/exchanges-of.ts'

/** An account with which all can be done that walks do: a name to remove, a contact to verify … */
const attributes = {
  sub: person.userId,
  name: 'Ada Lovelace',
  email: person.email,
  email_verified: 'false',
}

const item = ([Name, Value]: [string, string]) => ({ Name, Value })

const readings: Readonly<Record<string, object>> = {
  GetUser: { Username: person.userId, UserAttributes: Object.entries(attributes).map(item) },
  ListDevices: {
    Devices: [
      {
        DeviceKey: device.key,
        DeviceAttributes: Object.entries({
          device_name: 'A browser',
          'dev:device_remembered_status': 'not_remembered',
        }).map(item),
      },
    ],
  },
}

/** How the readings of the account end; `undefined` of other operations. */
export function accountExchange(operation = ''): Exchange | undefined {
  const reading = readings[operation]
  return reading && answers(operation, reading)
}
