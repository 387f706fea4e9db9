/** Styles that esbuild puts into the page's bundle. */
declare module '*.css';
