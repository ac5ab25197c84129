import { testSignIns } from './sign-ins.ts'

testSignIns('amazon-user-pool-srp-client')
