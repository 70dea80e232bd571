/**
 * How the three bundles are made: main (with its utility process and its worker), preload and renderer.
 *
 * Targets are those of the oldest runtime that the app is tested on (Electron 33: Chromium 130, Node 20.18),
 * so that the same bundles run on it and on the current Electron. Packages in package.json's `dependencies`
 * stay outside the bundles (native code and WebAssembly); all others are bundled.
 */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { bundledPackages } from './build/bundled-packages.ts';
import { withoutFetching } from './build/without-fetching.ts';

export default defineConfig({
  main: {
    // fflate's build for Node declares a `require` of its own, which collides with the one that electron-vite adds.
    resolve: { alias: { fflate: 'fflate/browser' } },
    plugins: [withoutFetching(), bundledPackages()],
    build: {
      target: 'node20.18',
      externalizeDeps: true,
      rolldownOptions: {
        input: {
          main: 'electron/main.ts',
          'pdf-process': 'electron/pdf/press-process.ts',
          'storage-worker': 'electron/files/storage-worker.ts',
        },
      },
    },
  },
  preload: {
    plugins: [bundledPackages()],
    build: {
      target: 'node20.18',
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: 'electron/preload.ts' },
        // A sandboxed preload script is loaded as one CommonJS file: it can neither be a module nor require one.
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: 'renderer',
    // Its build for browsers wants a document, which the worker that reads letters doesn't have.
    resolve: {
      alias: {
        'decode-named-character-reference': fileURLToPath(
          import.meta.resolve('decode-named-character-reference'),
        ),
      },
    },
    plugins: [react(), withoutFetching(), bundledPackages()],
    // The worker that reads letters loads what a format needs when it meets one.
    worker: { format: 'es', plugins: () => [withoutFetching(), bundledPackages('worker')] },
    // It finds its WebAssembly beside itself.
    optimizeDeps: { exclude: ['hunspell-wasm'] },
    build: {
      target: 'chrome130',
      minify: 'oxc',
      // Every asset is a file of its own: the page's content security policy admits no data: images or scripts.
      assetsInlineLimit: 0,
      rolldownOptions: { input: resolve('renderer/index.html') },
    },
  },
});
