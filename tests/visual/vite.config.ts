/** Owns the build of the gallery: the same settings as the page's, another entrance. */
import { fileURLToPath } from 'node:url';
import { defineConfig, mergeConfig } from 'vite';
import page from '../../vite.config.ts';

export default mergeConfig(
  page,
  defineConfig({
    root: fileURLToPath(new URL('.', import.meta.url)),
    publicDir: fileURLToPath(new URL('../../data', import.meta.url)),
    build: { rollupOptions: { input: fileURLToPath(new URL('gallery.html', import.meta.url)) }, emptyOutDir: true },
  }),
);
