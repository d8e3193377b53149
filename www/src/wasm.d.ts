/** Small modules stand within the script that uses them. */
declare module "*.wasm" {
  const code: Uint8Array<ArrayBuffer>;
  export default code;
}
