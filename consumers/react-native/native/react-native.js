/** The part of React Native that the packages of the recipe use. */
// In the bundle by this, and run first by metro.config.cjs.
import './initialize-core'

export const Platform = { OS: 'ios', Version: '18' }
export const NativeModules = {}
export const TurboModuleRegistry = {}
export const AppState = {}
export const Linking = {}
export function processColor(color) {
  return color
}
