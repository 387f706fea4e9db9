/**
 * Packs the code of `main.js` that is not needed at the start of the app: every module that is imported
 * dynamically (`import('./module')`), and the modules that only these modules need.
 */
import { readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import ts from 'typescript';
import { bundledInputs } from './bundled-inputs.mjs';
import { assertNothingForbidden } from './forbidden.mjs';
import { pack } from './pack.mjs';
import { targets } from './targets.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const entry = join(root, 'src/main.ts');
const runtime = join(root, 'src/packed-later.ts');

/** The module that passes the packed code to `src/packed-later.ts`. `src/main.ts` imports it last. */
const provider = 'virtual:later';
/**
 * The packed code imports modules that run at the start. In such an import, the name of the module has this
 * prefix.
 */
const atStart = 'main:';

/**
 * Returns the esbuild plugin for the bundle of `main.js`. It replaces each dynamic import by a call of
 * `later` (`src/packed-later.ts`). The first call unpacks and runs the packed code. No module is loaded
 * twice: a module that runs at the start is passed to the packed code as an argument.
 * @param {(module: string, inputs: readonly string[]) => void} [onPacked] Called with the absolute paths
 * of the files in the packed code.
 * @returns {import('esbuild').Plugin}
 */
export function packedLater(onPacked = () => {}) {
  return {
    name: 'packed-later',
    setup(builder) {
      builder.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
        const code = await readFile(path, 'utf8');
        const withCalls = replaceImports(code, path);
        if (path === entry) return { contents: `${withCalls}\nimport '${provider}';`, loader: 'ts' };
        return withCalls === code ? undefined : { contents: withCalls, loader: 'ts' };
      });
      builder.onResolve({ filter: new RegExp(`^${provider}$`) }, ({ path }) => {
        return { path, namespace: 'packed-later', sideEffects: true };
      });
      builder.onLoad({ filter: /./, namespace: 'packed-later' }, async () => {
        const { code, names, inputs, watchFiles } = await bundleLater();
        assertNothingForbidden(code, 'later.js');
        onPacked(provider, inputs);
        const contents = providerOf(await pack('later.js', Buffer.from(code)), names);
        return { contents, loader: 'js', resolveDir: root, watchFiles };
      });
    },
  };
}

/**
 * Replaces `import('./module')` by `later('src/folder/module.ts')`.
 * @param {string} code
 * @param {string} path
 */
function replaceImports(code, path) {
  const found = dynamicImports(code, path);
  if (found.length === 0) return code;
  let replaced = `import { later as __later } from ${JSON.stringify(runtime)};`;
  let end = 0;
  for (const { target, start, end: next } of found) {
    replaced += `${code.slice(end, start)}__later(${JSON.stringify(nameOf(target))})`;
    end = next;
  }
  return replaced + code.slice(end);
}

/**
 * `start` and `end` are UTF-16 offsets, `target` is an absolute path.
 * @param {string} code
 * @param {string} path
 */
function dynamicImports(code, path) {
  /** @type {{ target: string, start: number, end: number }[]} */
  const found = [];
  if (!/\bimport\('/.test(code)) return found;
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.ESNext, true);
  /** @param {ts.Node} node */
  const visit = (node) => {
    ts.forEachChild(node, visit);
    if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.ImportKeyword) return;
    const [given] = node.arguments;
    if (given === undefined || !ts.isStringLiteral(given)) return;
    const target = `${join(dirname(path), given.text)}.ts`;
    found.push({ target, start: node.getStart(file), end: node.end });
  };
  visit(file);
  return found;
}

/**
 * Bundles the code into a classic script, which sends an event to its own `script` element. The detail of the
 * event is the bundle: a CommonJS module, as a function of `require` and `module`. It exports each
 * dynamically imported module under the name of that module.
 * @returns {Promise<{ code: string, names: Map<string, string[]>, inputs: string[], watchFiles: string[] }>}
 * `names` has the imported names for each module outside of the bundle.
 */
async function bundleLater() {
  const { start, later } = await modulesOfMain();
  const exports = [...later].sort().map((path) => {
    if (start.has(path))
      throw new Error(`${nameOf(path)} runs at the start, so it must not be imported dynamically.`);
    return `export * as ${JSON.stringify(nameOf(path))} from ${JSON.stringify(path)};`;
  });
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    stdin: { contents: exports.join('\n'), resolveDir: root, sourcefile: 'later' },
    bundle: true,
    format: 'esm',
    minify: true,
    target: targets,
    charset: 'ascii',
    legalComments: 'none',
    external: ['obsidian'],
    metafile: true,
    write: false,
    logLevel: 'silent',
    plugins: [externalIf((path) => start.has(path))],
  });
  const bundled = outputFiles[0]?.text ?? '';
  const { code } = await transform(bundled, {
    format: 'cjs',
    minify: true,
    charset: 'ascii',
    target: targets,
  });
  return {
    code: `document.currentScript.dispatchEvent(new CustomEvent('packed',{detail(require,module){${code}}}))`,
    names: importedNames(bundled),
    inputs: bundledInputs(root, metafile).filter((path) => !path.endsWith(`${sep}later`)),
    watchFiles: Object.keys(metafile.inputs).map((input) => join(root, input)),
  };
}

/**
 * Returns the absolute paths of the modules that `main.js` runs at the start, and of the modules that any
 * module imports dynamically.
 */
async function modulesOfMain() {
  /** @type {Set<string>} */
  const later = new Set();
  /** @param {readonly string[]} entryPoints */
  const reachable = async (entryPoints) => {
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: [...entryPoints],
      bundle: true,
      external: ['obsidian', 'virtual:*'],
      metafile: true,
      write: false,
      outdir: 'out',
      logLevel: 'silent',
      plugins: [externalIf((path, kind) => kind === 'dynamic-import' && Boolean(later.add(path)))],
    });
    return Object.keys(metafile.inputs).map((input) => join(root, input));
  };
  const start = new Set(await reachable([entry]));
  for (let known = 0; known < later.size;) {
    known = later.size;
    await reachable([...later]);
  }
  return { start, later };
}

/**
 * Leaves a module out of the bundle if `isExternal` accepts it. The name in its import then begins with
 * `atStart`.
 * @param {(path: string, kind: string) => boolean} isExternal
 * @returns {import('esbuild').Plugin}
 */
function externalIf(isExternal) {
  const seen = {};
  return {
    name: 'external-if',
    setup(builder) {
      builder.onResolve({ filter: /^\./ }, async ({ path, pluginData, ...rest }) => {
        if (pluginData === seen) return undefined;
        const { importer, kind, resolveDir } = rest;
        const found = await builder.resolve(path, { importer, kind, resolveDir, pluginData: seen });
        if (found.errors.length > 0 || !isExternal(found.path, kind)) return found;
        return { path: atStart + nameOf(found.path), external: true };
      });
    },
  };
}

/**
 * Lists the names that a bundle imports, by module.
 * @param {string} code
 */
function importedNames(code) {
  /** @type {Map<string, string[]>} */
  const names = new Map();
  for (const statement of ts.createSourceFile('later.js', code, ts.ScriptTarget.ESNext).statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const module = statement.moduleSpecifier.text;
    const bindings = statement.importClause?.namedBindings;
    if (bindings === undefined || !ts.isNamedImports(bindings))
      throw new Error(`The packed code does not list the names that it imports from ${module}.`);
    const imported = bindings.elements.map(({ propertyName, name }) => (propertyName ?? name).text);
    names.set(module, [...new Set([...(names.get(module) ?? []), ...imported])].sort());
  }
  return names;
}

/**
 * Returns the code of a module that passes two things to `src/packed-later.ts`: the packed code, and the
 * modules that the packed code needs. `packed()` must be a function with braces; see `packed-modules.mjs`.
 * @param {string} packed
 * @param {ReadonlyMap<string, readonly string[]>} names
 */
function providerOf(packed, names) {
  const modules = [...names].sort(([one], [other]) => (one < other ? -1 : 1));
  const local = (/** @type {number} */ module, /** @type {string} */ name) => `m${module}_${name}`;
  const imports = modules.map(([module, imported], at) => {
    const path = module.startsWith(atStart) ? `./${module.slice(atStart.length)}` : module;
    return `import { ${imported.map((name) => `${name} as ${local(at, name)}`).join(', ')} } from '${path}';`;
  });
  const provided = modules.map(
    ([module, imported], at) =>
      `'${module}': { ${imported.map((name) => `${name}: ${local(at, name)}`).join(', ')} }`,
  );
  return `
    import { provideLater } from ${JSON.stringify(runtime)};
    ${imports.join('\n')}
    function packed() { return ${JSON.stringify(packed)}; }
    function modules() { return { ${provided.join(', ')} }; }
    provideLater(packed, modules);`;
}

/**
 * Returns the name of a module: its path from the root, with slashes.
 * @param {string} path
 */
function nameOf(path) {
  return relative(root, path).split(sep).join('/');
}
