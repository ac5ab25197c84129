import type { AnyAuth } from '@authchart/machine'
import type { InjectionKey } from 'vue'

/** By which the app provides its `Auth`, for `inject` of the options API and for tests. */
export const authKey: InjectionKey<AnyAuth> = Symbol('authchart')
