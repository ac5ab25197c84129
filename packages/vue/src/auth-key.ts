import type { Auth } from '@authchart/machine'
import type { InjectionKey } from 'vue'

export const authKey: InjectionKey<Auth> = Symbol('authchart')
