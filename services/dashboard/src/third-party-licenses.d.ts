/** Written by build/third-party-licenses.ts. */
declare module 'virtual:third-party-licenses' {
  /** JSON of a list of `ThirdPartyPackage`. */
  const text: string
  export default text
}
