/** The host of one of Cognito's services in a region; China has a domain of its own. */
export function awsHost(service: 'cognito-idp' | 'cognito-identity', region: string): string {
  return `${service}.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`
}
