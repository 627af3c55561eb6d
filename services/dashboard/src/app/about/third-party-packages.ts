/** A package of others that the pages carry, with the terms that it comes under. */
export interface ThirdPartyPackage {
  name: string
  version: string
  /** As its package.json says: an SPDX expression. */
  license: string
  /** The files of its license and notices, whole. */
  text: string
}

/** JSON of a list of `ThirdPartyPackage`: build/third-party-licenses.ts writes it here. */
export const thirdPartyPackages = '__THIRD_PARTY_PACKAGES__'
