import { walkThrough } from './walks.ts'

walkThrough('solid')
