export const ids = {
  userPoolId: 'us-east-1_AbCdEf123',
  clientId: '1example23456789',
  endpoint: 'https://cognito-idp.us-east-1.amazonaws.com/',
}
