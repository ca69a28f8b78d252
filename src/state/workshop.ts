/** Owns what the first map doesn't need and is fetched beside it: the engine, the reading of its answers, the intake. */
export { askAbout } from '../engine/about.ts';
export { openBrowserEngine } from '../engine/browser.ts';
export { ask } from '../engine/rows.ts';
export { createTables } from '../engine/tables.ts';
export { openScanWorker } from '../files/browser.ts';
export { carryIn, carryOut, countRows } from '../intake/carrying.ts';
export { dropReference, dropSnapshot } from '../intake/dropping.ts';
export { importFiles } from '../intake/importing.ts';
export { askCubeCells } from '../queries/cube-cells.ts';
export { askShownCells } from '../queries/cube-shown.ts';
export { askAllCubeColumns } from '../queries/cube-columns.ts';
