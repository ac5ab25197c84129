export const config = { userPoolId: 'us-east-1_AbCdEf123', userPoolClientId: 'a1b2c3d4e5f6' }
