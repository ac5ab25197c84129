import { writeBuild } from '../../build/write-build.ts'

/** The commands copy what the build makes of the examples: tests see the examples of now. */
export default writeBuild
