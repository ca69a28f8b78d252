/** Owns the proof of `npm run areas`: the best source at hand, nothing cut or changed, done once, whole or not at all. */
import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { approximateSource } from '../../../scripts/areas/approximate.ts';
import { convertShapefile } from '../../../scripts/areas/convert.ts';
import { install, readManifest, type Manifest } from '../../../scripts/areas/install.ts';
import { knownCodes } from '../../../scripts/areas/known.ts';
import { publishedFiles, publishedSource, type PublishedFile } from '../../../scripts/areas/published.ts';
import { sharedSource } from '../../../scripts/areas/folder.ts';
import type { KnownCodes, Source } from '../../../scripts/areas/source.ts';
import { boxOf, loadBoundaries, loadCountry } from '../../../src/areas/boundaries.ts';
import { areaCode, type AreaCode } from '../../../src/model/area.ts';
import { gazetteer } from './files.ts';
import { known, pinned, points, publish, shapefile, type Fault, type Publisher } from './publisher.ts';

const temporary = mkdtempSync(join(tmpdir(), 'areas-'));
const sharedFolder = fileURLToPath(new URL('../../../../shared/areas', import.meta.url));
afterAll(() => rmSync(temporary, { recursive: true }));

const code = (text: string): AreaCode => areaCode(text) ?? expect.fail(text);
let folder: string;
let told: string[];
let warned: string[];
beforeEach(() => {
  folder = mkdtempSync(join(temporary, 'made-'));
  told = [];
  warned = [];
});
const make = (...sources: Source[]): Promise<Manifest> =>
  install({ folder, sources, log: (line) => told.push(line), warn: (line) => warned.push(line) });
const fetchMade = async (path: string): Promise<unknown> =>
  JSON.parse(readFileSync(join(folder, path.replace('areas/', '')), 'utf8'));

describe('a small country, published on loopback', () => {
  let publisher: Publisher;
  let files: readonly PublishedFile[];
  let bodies: Map<string, Uint8Array>;
  beforeAll(async () => {
    bodies = new Map([
      ['all/country.zip', await shapefile(null)],
      ['one/Pattani fine.zip', await shapefile('94')],
    ]);
    files = [...bodies].map(([path, body]) => pinned(encodeURI(path), body, path.startsWith('one') ? '94' : null));
    publisher = await publish(bodies);
  });
  afterAll(() => publisher.close());
  beforeEach(() => {
    publisher.fault('', 'none');
    publisher.asked.length = 0;
  });
  const published = (timeoutMs = 2000): Source =>
    publishedSource({ base: publisher.base, files, timeoutMs, warn: (line) => warned.push(line) }, known);
  const approximate = (): Source => approximateSource(known, points);
  const noShared = sharedSource('', known);

  test('a good download becomes the layers, with today’s codes, the finer file for its province', async () => {
    const manifest = await make(noShared, published(), approximate());
    expect(manifest).toMatchObject({ source: 'published', approximate: false });
    expect(manifest.credit.en).toContain('CC BY 3.0 IGO');
    expect(manifest.credit.th).toContain('ไม่ใช่แนวเขตทางการ');
    expect(Object.keys(manifest.files)).toEqual([
      '53.topo.json',
      '94.topo.json',
      'amphoe.topo.json',
      'province.topo.json',
      'tambon.topo.json',
    ]);
    expect(warned).toEqual([]);
    const moved = await loadBoundaries(code('53'), fetchMade);
    expect(moved.tambon.features.map((one) => one.properties.code)).toEqual(['530407']);
    expect(moved.amphoe.features.map((one) => one.properties.code)).toEqual(['5304']);
    const pattani = await loadBoundaries(code('94'), fetchMade);
    expect(pattani.tambon.features.map((one) => one.properties.code)).toEqual(['940101', '940113', '941001']);
    expect(boxOf(pattani.tambon)[0]).toBeCloseTo(101.14, 3);
    expect(pattani.credit).toEqual(manifest.credit);
    expect(
      (await loadCountry('province', fetchMade)).province.features.map((one) => one.properties.code).sort(),
    ).toEqual(['53', '94']);
  });

  test('what is made is not made again; what was changed or lost is', async () => {
    await make(noShared, published(), approximate());
    const before = statSync(join(folder, '94.topo.json')).mtimeMs;
    const from = performance.now();
    await make(noShared, published(), approximate());
    expect(performance.now() - from).toBeLessThan(500);
    expect(told.at(-1)).toContain('already made');
    expect(publisher.asked).toHaveLength(2);
    expect(statSync(join(folder, '94.topo.json')).mtimeMs).toBe(before);
    writeFileSync(join(folder, '94.topo.json'), readFileSync(join(folder, '94.topo.json'), 'utf8').replace('1', '2'));
    await make(noShared, published(), approximate());
    expect(publisher.asked).toHaveLength(4);
    rmSync(join(folder, 'province.topo.json'));
    await make(noShared, published(), approximate());
    expect(publisher.asked).toHaveLength(6);
    expect(readManifest(folder)?.source).toBe('published');
  });

  test.each<[Fault, RegExp]>([
    ['tampered', /country\.zip: sha256 is [0-9a-f]{64}, not the pinned [0-9a-f]{64}; refused/],
    ['cut', /country\.zip: cut off after \d+ of \d+ bytes/],
    ['ended early', /country\.zip: cut off after \d+ of \d+ bytes/],
    ['too long', /country\.zip: longer than the \d+ bytes/],
    ['missing', /country\.zip: HTTP 404/],
    ['silent', /country\.zip: no answer for 0\.3 s/],
  ])('a download that is %s is refused with a clear message, and the next source is taken', async (fault, message) => {
    publisher.fault('', fault);
    const manifest = await make(noShared, published(300), approximate());
    expect(warned).toHaveLength(1);
    expect(warned[0]).toMatch(/^areas: published source refused: /);
    expect(warned[0]).toMatch(message);
    expect(manifest).toMatchObject({ source: 'approximate', approximate: true });
    expect(manifest.credit.th).toContain('โดยประมาณ');
    const { tambon, approximate: said } = await loadBoundaries(code('94'), fetchMade);
    expect([tambon.features.length, said]).toEqual([3, true]);
  });

  test('no one at the address: the next source', async () => {
    const nobody = await publish(new Map());
    await nobody.close();
    const source = publishedSource({ base: nobody.base, files, timeoutMs: 2000, warn: () => undefined }, known);
    expect((await make(source, approximate())).source).toBe('approximate');
    expect(warned[0]).toContain('ECONNREFUSED');
  });

  test('a finer file that is refused leaves its province coarse, and says so', async () => {
    publisher.fault('Pattani', 'tampered');
    expect((await make(noShared, published(), approximate())).source).toBe('published');
    expect(warned).toEqual([expect.stringMatching(/^province 94 stays coarse: .*not the pinned/)]);
    expect(boxOf((await loadBoundaries(code('94'), fetchMade)).tambon)[0]).toBeCloseTo(101.15, 3);
  });

  test('approximate areas are kept a day before the network is asked again', async () => {
    publisher.fault('', 'missing');
    await make(noShared, published(), approximate());
    expect(publisher.asked).toHaveLength(1);
    await make(noShared, published(), approximate());
    expect(publisher.asked).toHaveLength(1);
    publisher.fault('', 'none');
    const yesterday = new Date(Date.now() - 25 * 3600_000);
    utimesSync(join(folder, 'manifest.json'), yesterday, yesterday);
    expect((await make(noShared, published(), approximate())).source).toBe('published');
  });

  test('the shared folder goes first; broken, it is refused for the next', async () => {
    const shared = mkdtempSync(join(temporary, 'shared-'));
    const whole = await convertShapefile(await shapefile(null), 0);
    writeFileSync(join(shared, 'th-admin.topo.json'), JSON.stringify(whole));
    expect((await make(sharedSource(shared, known), published())).source).toBe('shared');
    expect(publisher.asked).toEqual([]);
    whole.objects.tambon.geometries.pop();
    writeFileSync(join(shared, 'th-admin.topo.json'), JSON.stringify(whole));
    expect((await make(sharedSource(shared, known), published())).source).toBe('published');
    expect(warned[0]).toMatch(/shared source refused: tambon: missing \d{6}/);
  });

  test('where every source fails, it says so and leaves what was there', async () => {
    await make(noShared, published(), approximate());
    const before = readFileSync(join(folder, '94.topo.json'), 'utf8');
    publisher.fault('', 'missing');
    const other = publishedSource(
      { base: publisher.base, files: files.slice(0, 1), timeoutMs: 500, warn: () => undefined },
      known,
    );
    await expect(make(other)).rejects.toThrow('no source');
    expect(readFileSync(join(folder, '94.topo.json'), 'utf8')).toBe(before);
    expect(readManifest(folder)?.source).toBe('published');
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

/** Counts that any source of the whole country must reach. */
async function expectWholeCountry(): Promise<void> {
  let tambon = 0;
  let amphoe = 0;
  for (const { code: province } of gazetteer.children(null)) {
    const shapes = await loadBoundaries(province, fetchMade);
    expect(shapes.province.features.map((one) => one.properties.code)).toEqual([province]);
    tambon += shapes.tambon.features.length;
    amphoe += shapes.amphoe.features.length;
    if (province === '13') expect([shapes.amphoe.features.length, shapes.tambon.features.length]).toEqual([7, 60]);
    if (province === '94') expect([shapes.amphoe.features.length, shapes.tambon.features.length]).toEqual([12, 115]);
    for (const one of shapes.tambon.features)
      expect(gazetteer.polygonOf(one.properties.code)).toBe(one.properties.code);
  }
  expect([tambon, amphoe]).toEqual([7425, 928]);
  const drawn = await Promise.all(
    (['province', 'amphoe', 'tambon'] as const).map((level) => loadCountry(level, fetchMade)),
  );
  for (const shapes of drawn) expect(shapes.province.features).toHaveLength(77);
  expect(drawn.map((shapes) => shapes.amphoe.features.length)).toEqual([0, 928, 928]);
  expect(drawn.map((shapes) => shapes.tambon.features.length)).toEqual([0, 0, 7425]);
  // What the country costs a reader who asks for its finest level.
  expect(statSync(join(folder, 'tambon.topo.json')).size).toBeLessThan(2.5e6);
}

describe('the whole country', () => {
  const real: KnownCodes = knownCodes();

  test.skipIf(!existsSync(sharedFolder))('from the shared folder', async () => {
    expect((await make(sharedSource(sharedFolder, real))).source).toBe('shared');
    await expectWholeCountry();
  });

  test.skipIf(!existsSync(join(sharedFolder, 'source')))('from the published files, served on loopback', async () => {
    const bodies = new Map(
      publishedFiles.map(({ path }) => {
        const name = decodeURIComponent(path);
        return [name, readFileSync(join(sharedFolder, 'source', name.split('/').at(-1) ?? ''))] as const;
      }),
    );
    const publisher = await publish(bodies);
    const options = {
      base: publisher.base,
      files: publishedFiles,
      timeoutMs: 60_000,
      warn: (line: string) => warned.push(line),
    };
    try {
      expect((await make(publishedSource(options, real))).source).toBe('published');
      expect(warned).toEqual([]);
      await expectWholeCountry();
      expect((await loadBoundaries(code('53'), fetchMade)).tambon.features.map((one) => one.properties.code)).toContain(
        '530407',
      );
    } finally {
      await publisher.close();
    }
  });

  test('as approximate areas, by the command itself: shared folder off, publisher without the files', async () => {
    const publisher = await publish(new Map());
    const script = fileURLToPath(new URL('../../../scripts/areas.ts', import.meta.url));
    try {
      const run = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, folder], {
        env: { ...process.env, PHUNGPAO_AREAS_SHARED: '', PHUNGPAO_AREAS_URL: publisher.base },
      });
      expect(run.stderr).toContain('HTTP 404');
      expect(run.stdout).toContain('made (approximate, 80 files');
    } finally {
      await publisher.close();
    }
    await expectWholeCountry();
    expect((await loadBoundaries(code('94'), fetchMade)).approximate).toBe(true);
  });
});
