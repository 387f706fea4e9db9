/** `npm run docs`: writes the reference pages in `docs/` from the texts of the plugin. */
import { writeFile } from 'node:fs/promises';
import { referencePages } from './reference';

for (const [path, text] of Object.entries(referencePages())) {
  await writeFile(path, text);
  console.log(path);
}
