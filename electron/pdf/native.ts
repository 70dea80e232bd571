/**
 * The typesetter as a native addon. Nothing but the fonts and files handed to it is read: the workspace is
 * virtual. One compiler is kept, so that after a small edit only what changed is set again.
 */
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type * as Addon from '@myriaddreamin/typst-ts-node-compiler';
import type {
  NodeCompiler as Compiler,
  NodeError,
  NodeTypstDocument as Document,
} from '@myriaddreamin/typst-ts-node-compiler';
import type { Place, Problem, TypesetInput, Typesetter, TypesetResult } from './engine.ts';
import { Coverage } from './missing-glyphs.ts';
import { missingGlyphs, problem, standardNotMet, unreadablePicture, withoutTags } from './problems.ts';
import { loadPrintResources, type PrintResources } from './resources.ts';

// The addon is a CommonJS package that stays outside of the bundle.
const { NodeCompiler } = createRequire(import.meta.url)(
  '@myriaddreamin/typst-ts-node-compiler',
) as typeof Addon;

/** A folder that there isn't: every file that can be read is one that was handed over. */
const WORKSPACE = resolve('/pamphleteer-has-no-files-here');
const file = (path: string) => join(WORKSPACE, path);
const MAIN = file('pamphlet.typ');
/** Results that so many compiles didn't use are forgotten; keeps memory level through hours of preview. */
const CACHE_AGE = 5;

export class NativeTypesetter implements Typesetter {
  readonly #resources: PrintResources;
  #compiler: Compiler | undefined;
  #coverage: Coverage | undefined;
  /** Assets as the compiler has them. */
  readonly #assets = new Map<string, Uint8Array>();

  constructor(resources: PrintResources = loadPrintResources()) {
    this.#resources = resources;
  }

  compile(input: TypesetInput): Promise<TypesetResult> {
    return Promise.resolve().then(() => this.#compile(input));
  }

  dispose(): void {
    this.#compiler?.evictCache(0);
    this.#compiler = undefined;
    this.#coverage = undefined;
    this.#assets.clear();
  }

  #compile(input: TypesetInput): TypesetResult {
    const compiler = (this.#compiler ??= this.#create());
    const warnings: Problem[] = [];
    compiler.mapShadow(file('data.json'), Buffer.from(JSON.stringify(input.data)));
    this.#mapAssets(compiler, input.assets);
    try {
      let compiled = compiler.compile({ mainFilePath: MAIN });
      if (!compiled.result) {
        const unreadable = this.#unreadableAssets(compiler);
        if (unreadable.length > 0) {
          warnings.push(...unreadable.map(unreadablePicture));
          this.#listAssets(compiler, unreadable);
          compiled = compiler.compile({ mainFilePath: MAIN });
        }
      }
      const document = compiled.result;
      const errors = document ? undefined : (compiled.takeError() ?? compiled.takeDiagnostics());
      if (!document) return { ok: false, problems: problemsOf(compiler, errors, 'error') };
      warnings.push(...problemsOf(compiler, compiled.takeWarnings(), 'warning'));
      this.#coverage ??= new Coverage(this.#resources.fonts.map(({ data }) => data));
      const missing = this.#coverage.missing(input.data);
      if (missing.length > 0) warnings.push(missingGlyphs(missing));

      const places = compiler.query(document, { selector: '<places>', field: 'value' }) as readonly Place[][];
      const pdf = this.#pdf(compiler, document, input.pdfStandard ?? 'ua-1', warnings);
      return { ok: true, pdf, pages: document.numOfPages, places: places[0] ?? [], warnings };
    } catch (error) {
      return { ok: false, problems: [problem(messageOf(error), 'error')] };
    } finally {
      compiler.evictCache(CACHE_AGE);
    }
  }

  /** To the standard if it can be, else plain and tagged; without tags only where the engine fails at them. */
  #pdf(
    compiler: Compiler,
    document: Document,
    standard: NonNullable<TypesetInput['pdfStandard']>,
    warnings: Problem[],
  ): Buffer {
    if (standard !== 'plain') {
      try {
        return compiler.pdf(document, { pdfStandard: standard });
      } catch (error) {
        warnings.push(standardNotMet(standard, messageOf(error)));
      }
    }
    try {
      return compiler.pdf(document);
    } catch (error) {
      warnings.push(withoutTags(messageOf(error)));
      return compiler.pdf(document, { pdfTags: false });
    }
  }

  #create(): Compiler {
    const { fonts, templates } = this.#resources;
    const compiler = NodeCompiler.create({
      workspace: WORKSPACE,
      fontArgs: [{ fontBlobs: fonts.map(({ data }) => data) }],
    });
    for (const [name, content] of templates) compiler.mapShadow(file(name), content);
    const families = [...new Set(fonts.map(({ font }) => font.family))];
    compiler.mapShadow(file('fonts.json'), Buffer.from(JSON.stringify(families)));
    return compiler;
  }

  #mapAssets(compiler: Compiler, assets: ReadonlyMap<string, Uint8Array>): void {
    for (const name of this.#assets.keys()) {
      if (assets.has(name)) continue;
      compiler.unmapShadow(file(assetPath(name)));
      this.#assets.delete(name);
    }
    for (const [name, bytes] of assets) {
      if (this.#assets.get(name) === bytes || !SAFE_NAME.test(name)) continue;
      compiler.mapShadow(file(assetPath(name)), Buffer.from(bytes));
      this.#assets.set(name, bytes);
    }
    this.#listAssets(compiler, []);
  }

  #listAssets(compiler: Compiler, without: readonly string[]): void {
    const names = [...this.#assets.keys()].filter((name) => !without.includes(name)).sort();
    compiler.mapShadow(file('assets.json'), Buffer.from(JSON.stringify(names)));
  }

  /** Pictures that can't be decoded, each tried in a document of its own. */
  #unreadableAssets(compiler: Compiler): readonly string[] {
    return [...this.#assets.keys()].filter((name) => {
      const trial = `#image(read(${JSON.stringify(assetPath(name))}, encoding: none))`;
      return compiler.compile({ mainFileContent: trial }).hasError();
    });
  }
}

/** Asset ids are file names in the virtual workspace. */
const SAFE_NAME = /^[a-z0-9][a-z0-9._-]{0,127}$/i;
const assetPath = (name: string) => `/assets/${name}`;

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

interface Diagnostic {
  readonly message: string;
  readonly path?: string;
  readonly range?: { readonly start?: { readonly line: number; readonly character: number } };
  readonly hints?: readonly string[];
}

function problemsOf(
  compiler: Compiler,
  error: NodeError | null | undefined,
  severity: Problem['severity'],
): readonly Problem[] {
  if (!error) return severity === 'error' ? [problem('no result', severity)] : [];
  const diagnostics = compiler.fetchDiagnostics(error) as readonly Diagnostic[];
  return diagnostics.map(({ message, path, range }) => {
    const where = path ? ` (${path}:${(range?.start?.line ?? 0) + 1})` : '';
    return problem(message + where, severity);
  });
}
