/** DuckDB-WASM as it is shipped, in Node. */
import { openNodeEngine } from '../support/engine.ts';
import { engineContract } from './contract.ts';

engineContract('DuckDB-WASM', openNodeEngine);
