/** Owns the cube as one buffer: small enough to be shipped, whole enough to be sent from one worker to another. */
import { factsSize, needsSize } from './cube-axes.ts';
import { asTheyAre, rowsOf } from './cube-recount.ts';
import { assemble, mostKeys, narrow, sorted, type Cube, type Unsigned } from './cube.ts';

/** `PPC` and the version. A change to the axes changes `factsSize` or `needsSize`, and is told by these. */
const magic = 0x50_50_43_01;

/** What is written, in this order; everything else follows from it. Cells lie by area, because so they compress best. */
function columnsOf(cube: Cube): readonly Unsigned[] {
  const { facts, needs, areas } = cube;
  const own = { cube, areas: asTheyAre(areas), facts: asTheyAre(facts), needs: asTheyAre(needs) };
  const rows = rowsOf([own]);
  const starts = new Uint32Array(areas.length + 1);
  const kept: number[] = [];
  // The parts of a cell too large for one number lie side by side.
  for (const row of sorted(rows.areas, areas.length, null)) {
    const last = kept.at(-1);
    const isSame = (of: 'areas' | 'facts' | 'needs'): boolean => last !== undefined && rows[of][last] === rows[of][row];
    if (last !== undefined && isSame('areas') && isSame('facts') && isSame('needs')) {
      rows.households[last]! += rows.households[row] as number;
      rows.persons[last]! += rows.persons[row] as number;
    } else {
      kept.push(row);
      starts[(rows.areas[row] as number) + 1]!++;
    }
  }
  const column = (of: Uint16Array | Uint32Array): Unsigned =>
    narrow(Uint32Array.from(kept, (row) => of[row] as number));
  return [
    deltas(facts),
    deltas(needs),
    deltas(areas),
    starts,
    column(rows.facts),
    column(rows.needs),
    column(rows.households),
    column(rows.persons),
  ];
}

/**
 * Little endian: a head of 32-bit numbers (magic, the sizes of facts and needs, then bytes a value and length of each
 * column), then the columns, each byte of their values on its own so that they compress.
 */
export function packCube(cube: Cube): ArrayBuffer {
  const columns = columnsOf(cube);
  const head = [magic, factsSize, needsSize, ...columns.flatMap((column) => [column.BYTES_PER_ELEMENT, column.length])];
  const bytes = columns.reduce((sum, column) => sum + column.byteLength, head.length * 4);
  const buffer = new ArrayBuffer(bytes);
  const view = new DataView(buffer);
  head.forEach((value, i) => view.setUint32(i * 4, value, true));
  let at = head.length * 4;
  const target = new Uint8Array(buffer);
  for (const column of columns) {
    for (let shift = 0; shift < column.BYTES_PER_ELEMENT * 8; shift += 8) {
      for (let row = 0; row < column.length; row++) target[at++] = (column[row] as number) >>> shift;
    }
  }
  return buffer;
}

/** A `RangeError` where the buffer is not a cube of this version, whole. */
export function unpackCube(buffer: ArrayBuffer): Cube {
  const columns = 8;
  const headBytes = (3 + 2 * columns) * 4;
  const view = new DataView(buffer);
  const isOurs =
    buffer.byteLength >= headBytes &&
    view.getUint32(0, true) === magic &&
    view.getUint32(4, true) === factsSize &&
    view.getUint32(8, true) === needsSize;
  if (!isOurs) throw new RangeError('not a cube of this version');
  const source = new Uint8Array(buffer);
  let at = headBytes;
  const read = Array.from({ length: columns }, (_, i) => {
    const width = view.getUint32(12 + i * 8, true);
    const length = view.getUint32(16 + i * 8, true);
    if (![1, 2, 4].includes(width) || at + width * length > buffer.byteLength) throw new RangeError('half a cube');
    const column = new Uint32Array(length);
    for (let shift = 0; shift < width * 8; shift += 8) {
      for (let row = 0; row < length; row++) column[row]! |= (source[at++] as number) << shift;
    }
    return column;
  });
  if (at !== buffer.byteLength) throw new RangeError('more than a cube');
  const [facts, needs, areas, starts] = read.slice(0, 4).map(summed) as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  const [cellFacts, cellNeeds, households, persons] = read.slice(4) as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  const isWhole =
    [facts, needs, areas].every(({ length }) => length <= mostKeys) &&
    cellFacts.every((id) => id < facts.length) &&
    cellNeeds.every((id) => id < needs.length) &&
    [cellNeeds, households, persons].every(({ length }) => length === cellFacts.length) &&
    starts.length === areas.length + 1 &&
    starts.at(-1) === cellFacts.length;
  if (!isWhole) throw new RangeError('a cube that does not hold together');
  const cellAreas = new Uint16Array(cellFacts.length);
  for (let area = 0; area < areas.length; area++) cellAreas.fill(area, starts[area], starts[area + 1]);
  const rows = { facts: Uint16Array.from(cellFacts), needs: Uint16Array.from(cellNeeds), households, persons };
  return assemble(areas, facts, needs, { areas: cellAreas, ...rows });
}

const deltas = (ascending: Uint32Array): Uint32Array => ascending.map((value, i) => value - (ascending[i - 1] ?? 0));
function summed(steps: Uint32Array): Uint32Array {
  let sum = 0;
  return steps.map((step) => (sum += step));
}
