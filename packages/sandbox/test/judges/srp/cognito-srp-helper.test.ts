import { testSignIns } from './sign-ins.ts'

testSignIns('cognito-srp-helper')
