import { type Moment, scriptedConfig } from '@authchart/testing'

/** What an answer is made with in an app whose pool is not known here. `serial` keeps tokens apart. */
export function exampleMoment(serial: number): Moment {
  return {
    pool: scriptedConfig,
    isAnyPool: true,
    now: Date.now(),
    serial,
    nonce: 'nonce',
  }
}
