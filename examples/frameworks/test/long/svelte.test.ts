import { walkThrough } from './walks.ts'

walkThrough('svelte')
