import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { licencesText } from './scripts/licences.ts';
import { clusterOfBuild } from './scripts/serving/origin.ts';
import { policyInPage } from './scripts/serving/page.ts';

/** The package says that none of its files does anything by itself; that of its worker does nothing else. */
const wholeEngine: Plugin = {
  name: 'whole-engine',
  transform: (_, id) => (/duckdb-browser-eh\.worker\.js$/.test(id) ? { moduleSideEffects: true } : null),
};

/** The licences of what is bought go with it. */
const licences: Plugin = {
  name: 'licences',
  apply: 'build',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'licences.txt', source: licencesText() });
  },
};

/** One static build: hashed assets, no inlined data, ES workers, nothing from another origin but a cluster that the build names. */
export default defineConfig({
  base: './',
  publicDir: 'data',
  plugins: [svelte(), licences, policyInPage()],
  // Without one, what would reach it is left out of the build.
  define: { 'import.meta.env.PHUNGPAO_CLUSTER': JSON.stringify(clusterOfBuild() ?? null) },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
  worker: { format: 'es', plugins: () => [wholeEngine] },
});
