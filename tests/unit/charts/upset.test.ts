/** Proves combinations as dots: who is a member, where the dots and their line lie, and how many are in more than one. */
import { describe, expect, it } from 'vitest';
import { membersOf, placeDots, together } from '../../../src/charts/upset.ts';

describe('combinations', () => {
  it('have the members whose bits are set', () => {
    expect(membersOf(0b10110, 6)).toEqual([1, 2, 4]);
    expect(membersOf(0, 6)).toEqual([]);
  });

  it('count as together from two members on', () => {
    expect(
      together([
        { mask: 0b1, count: 5 },
        { mask: 0b101, count: 3 },
        { mask: 0b111, count: 2 },
        { mask: 0b100000, count: 9 },
      ]),
    ).toBe(5);
  });

  it('are a dot for each place, joined from the first member to the last', () => {
    const { dots, line, widthPx } = placeDots(0b1010, 5, 20);
    expect(widthPx).toBe(100);
    expect(dots.map(({ xPx, isMember }) => [xPx, isMember])).toEqual([
      [10, false],
      [30, true],
      [50, false],
      [70, true],
      [90, false],
    ]);
    expect(line).toEqual({ fromPx: 30, toPx: 70 });
    expect(placeDots(0b1000, 5, 20).line).toBeNull();
  });
});
