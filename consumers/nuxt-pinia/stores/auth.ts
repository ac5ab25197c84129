import { useAuthMachine } from '@authchart/vue'
import { defineStore } from 'pinia'

export const useAuthStore = defineStore('auth', () => ({ view: useAuthMachine() }))
