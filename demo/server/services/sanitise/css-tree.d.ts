// The part of css-tree that runs everywhere; its main module asks for Node.
declare module 'css-tree/parser' {
  export { parse as default } from 'css-tree';
}
