module.exports = {
  testEnvironment: 'jsdom',
  transform: { '\\.m?[jt]sx?$': ['babel-jest', { presets: ['@babel/preset-env'] }] },
  transformIgnorePatterns: ['/node_modules/(?!(@authchart|jose|oauth4webapi|js-cookie|cookie)/)'],
}
