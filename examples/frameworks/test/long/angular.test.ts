import { walkThrough } from './walks.ts'

walkThrough('angular')
