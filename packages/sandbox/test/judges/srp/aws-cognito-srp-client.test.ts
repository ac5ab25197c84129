import { testSignIns } from './sign-ins.ts'

testSignIns('aws-cognito-srp-client')
