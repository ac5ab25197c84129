/** Parts of the configurations that the tests of this folder parse. */
export const userPoolId = 'eu-west-1_AbCdEf123'
export const clientId = 'a1b2c3d4e5f6g7h8i9j0k1l2m3'
export const ids = { userPoolId, userPoolClientId: clientId }
export const exported = { aws_user_pools_id: userPoolId, aws_user_pools_web_client_id: clientId }
export const domain = 'shop.auth.eu-west-1.amazoncognito.com'
export const scopes = ['openid', 'email']
export const identityPoolId = 'eu-central-1:1a2b3c4d-5e6f-1234-abcd-1234567890ab'
