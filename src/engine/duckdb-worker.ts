/** Owns the engine's worker: DuckDB's own, watched over. */
import '../workers/watched.ts';
import './compiling.ts';
import '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js';
