import { essentialCredentials } from '@authchart/machine'
import { auth } from './auth'

/** A client of the AWS SDK that signs as the user. */
export async function uploadClient(S3Client) {
  const credentials = await auth.credentials()
  return new S3Client({
    region: 'us-east-1',
    credentials: essentialCredentials(credentials),
  })
}
