export default {
  aws_project_region: 'us-east-1',
  aws_cognito_region: 'us-east-1',
  aws_user_pools_id: 'us-east-1_AbCdEf123',
  aws_user_pools_web_client_id: '1example23456789',
}
