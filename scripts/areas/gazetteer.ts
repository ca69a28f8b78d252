/** Owns the making of `data/areas/gazetteer.json` from the codes table; run by hand when the table changes: `npx tsx scripts/areas/gazetteer.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

const source = process.argv[2] ?? new URL('../../../shared/areas/th-admin-codes.csv', import.meta.url);
const target = new URL('../../data/areas/gazetteer.json', import.meta.url);

const records: Record<string, string>[] = parse(readFileSync(source), { columns: true, bom: true });
const rows = records
  .filter((record) => record['is_current'] === '1')
  .map((record) => [
    record['code'] ?? '',
    record['name_th'] ?? '',
    record['name_en'] ?? '',
    // Four decimals are 11 m: enough for a label, and a third less to fetch than five.
    Math.round(Number(record['label_lon']) * 1e4) / 1e4,
    Math.round(Number(record['label_lat']) * 1e4) / 1e4,
  ]);

const head = {
  source:
    'OCHA COD-AB Thailand (tha_admbnda_adm3_rtsd_20220121), Royal Thai Survey Department; codes and names corrected, khwaeng of 2017 added',
  licence: 'CC BY 3.0 IGO',
  date: '2022-01-21',
  columns: ['code', 'th', 'en', 'longitude', 'latitude'],
};
const lines = rows.map((row) => JSON.stringify(row)).join(',\n');
writeFileSync(target, `${JSON.stringify(head).slice(0, -1)},"areas":[\n${lines}\n]}\n`);
console.log(`gazetteer.json: ${rows.length} areas`);
