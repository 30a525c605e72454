import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const root = import.meta.dirname;
const entities = fileURLToPath(import.meta.resolve('decode-named-character-reference'));

/**
 * The fonts are files of the app, there within milliseconds. Swapping would load a system font in their
 * place first: 75 MiB of memory for a CJK one, and a jump of the layout.
 */
const waitForFonts = {
  postcssPlugin: 'wait-for-fonts',
  Declaration: {
    'font-display': (declaration: { value: string }): void => {
      declaration.value = 'block';
    },
  },
};

/**
 * The words are files of their own, of which one is read. Asked for by the running script they would come last, when
 * everything else waits for them. Of the two links main leaves the one that is wanted (`src/main/app/spoken-page.ts`).
 */
const fetchWordsEarly: Plugin = {
  name: 'fetch-words-early',
  transformIndexHtml: {
    order: 'post',
    handler: (_page, { bundle = {} }) =>
      Object.values(bundle).flatMap((file) => {
        const id = file.type === 'chunk' ? (file.facadeModuleId ?? '') : '';
        const [, language] = /i18n\/(\w+)\/ui\.ts$/.exec(id) ?? [];
        if (language === undefined) return [];
        const attrs = {
          rel: 'modulepreload',
          crossorigin: true,
          href: `./${file.fileName}`,
          'data-words': language,
        };
        return [{ tag: 'link', attrs, injectTo: 'head' as const }];
      }),
  },
};

export default defineConfig({
  main: {
    build: {
      minify: true,
      // Bundled whole: fewer files to open at start-up, and nothing but out/ and resources/ to ship.
      externalizeDeps: false,
      rollupOptions: {
        input: {
          index: resolve(root, 'src/main/index.ts'),
          'compile-playbooks': resolve(root, 'src/main/playbook/compile-playbooks.ts'),
          'import-worker': resolve(root, 'src/main/playbook-import/import-worker.ts'),
          'log-worker': resolve(root, 'src/main/log/worker.ts'),
          'playbook-worker': resolve(root, 'src/main/playbook/parse-worker.ts'),
        },
        // Electron begins a CommonJS main script sooner than a module, and reads what is deferred at once.
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload cannot require packages, and must be CommonJS.
      externalizeDeps: false,
      rollupOptions: {
        input: {
          index: resolve(root, 'src/preload/index.ts'),
          print: resolve(root, 'src/preload/print.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'src/renderer'),
    plugins: [react(), fetchWordsEarly],
    // The one made for browsers parses entities through `innerHTML`, which the content security policy forbids.
    resolve: { alias: { 'decode-named-character-reference': entities } },
    css: { postcss: { plugins: [waitForFonts] } },
    build: {
      minify: true,
      // Inlined data: URLs would need a wider content security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: { index: resolve(root, 'src/renderer/index.html') },
        // What the first screen needs is one file. Shared with parts that are read later, it falls apart into fifty,
        // each of which main is asked for while it starts.
        output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
      },
    },
  },
});
