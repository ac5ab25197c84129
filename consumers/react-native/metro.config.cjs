const { resolve } = require('node:path')
const { getDefaultConfig, mergeConfig } = require('@react-native/metro-config')

/** What needs a device is replaced: the modules below `native/` speak to the check. */
const replaced = {
  'expo-modules-core': resolve(__dirname, 'native/expo-modules-core.js'),
  'react-native': resolve(__dirname, 'native/react-native.js'),
}

module.exports = mergeConfig(getDefaultConfig(__dirname), {
  maxWorkers: 1,
  resetCache: true,
  resolver: {
    resolveRequest: (context, name, platform) =>
      Object.hasOwn(replaced, name)
        ? { type: 'sourceFile', filePath: replaced[name] }
        : context.resolveRequest(context, name, platform),
  },
  serializer: {
    getModulesRunBeforeMainModule: () => [resolve(__dirname, 'native/initialize-core.js')],
  },
})
