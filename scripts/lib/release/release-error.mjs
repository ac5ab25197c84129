/** Something that must be mended before a release. */
export class ReleaseError extends Error {}
