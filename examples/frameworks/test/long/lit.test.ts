import { walkThrough } from './walks.ts'

walkThrough('lit')
