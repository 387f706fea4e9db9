/** One line for each icon: its name, a space, and its shapes as JSON. See `driver/icon-texts.ts`. */
declare module 'host:icons' {
  const lines: string;
  export default lines;
}
