// Modules that build.mjs makes: the text of a bundled worker, the gzipped bytes of a file.
declare module "worker:*" {
  const text: string;
  export default text;
}
declare module "gzip:*" {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
