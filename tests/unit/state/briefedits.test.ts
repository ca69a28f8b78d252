/** What a reader writes into a briefing: kept by province, taken back step by step, and nothing else is read from the shelf. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { country, type AreaCode } from '../../../src/model/area.ts';
import { BriefEdits, isChangedSince, noEdits } from '../../../src/state/briefedits.svelte.ts';

function shelf(text: string | null = null) {
  let kept = text;
  return {
    getItem: () => kept,
    setItem: (_: string, value: string) => void (kept = value),
    removeItem: () => void (kept = null),
    read: () => kept,
  };
}
const [pattani, other] = ['94' as AreaCode, '13' as AreaCode];

describe('edits', () => {
  it('are of their province, outlive the page, and go back step by step', () => {
    const at = shelf();
    const edits = new BriefEdits(at);
    edits.change(pattani, { meeting: ' ศจพ.จ.  ครั้งที่ 6 ' });
    edits.title(pattani, 'th', 'map', 'ยังรอมาก', 'ยังรอ 12 ครัวเรือน');
    edits.hide(pattani, 'urgent', true);
    edits.note(country, 'cover', 'เริ่มช้า ๆ');
    const again = new BriefEdits(at);
    expect(again.of(pattani)).toEqual(edits.of(pattani));
    expect(again.of(pattani)).toMatchObject({
      meeting: 'ศจพ.จ. ครั้งที่ 6',
      hidden: { urgent: true },
      titles: { th: { map: { text: 'ยังรอมาก' } } },
    });
    expect(again.of(pattani).titles.th.map).toEqual(edits.of(pattani).titles.th.map);
    // Of the sentence, whose figures may be small, nothing can be read.
    expect(at.read()).not.toMatch(/ยังรอ 12|ครัวเรือน/);
    expect(again.of(country).notes).toEqual({ cover: 'เริ่มช้า ๆ' });
    expect(again.of(other)).toEqual(noEdits);
    edits.undo();
    edits.undo();
    expect(edits.of(pattani).hidden).toEqual({});
    edits.undo();
    edits.undo();
    expect([edits.canUndo, edits.isEdited(pattani), at.read()]).toEqual([false, false, null]);
  });

  it('give a title back to its sentence when it is emptied or typed as it was', () => {
    const edits = new BriefEdits(null);
    for (const text of ['  ', 'ก 1']) {
      edits.title(pattani, 'th', 'map', 'ของฉัน', 'ก 1');
      edits.title(pattani, 'th', 'map', text, 'ก 1');
      expect(edits.of(pattani).titles.th).toEqual({});
    }
  });

  it('are reset for one slide, or all', () => {
    const edits = new BriefEdits(null);
    edits.title(pattani, 'th', 'map', 'ของฉัน', 'ก');
    edits.note(pattani, 'map', 'เล่า');
    edits.note(pattani, 'pace', 'ถาม');
    edits.change(pattani, { decisions: ['หนึ่ง', ' '], order: ['pace', 'map'] });
    edits.reset(pattani, 'map');
    expect(edits.of(pattani)).toMatchObject({ notes: { pace: 'ถาม' }, titles: { th: {} }, decisions: ['หนึ่ง'] });
    edits.reset(pattani);
    expect(edits.of(pattani)).toEqual(noEdits);
  });

  it('move a slide among those that stand', () => {
    const edits = new BriefEdits(null);
    edits.move(pattani, ['cover', 'map', 'pace'], 'pace', 1);
    expect(edits.of(pattani).order).toEqual(['cover', 'pace', 'map']);
  });

  it('take only what could have been written, whatever lies on the shelf', () => {
    fc.assert(
      fc.property(fc.json(), fc.jsonValue(), (text, value) => {
        for (const kept of [text, JSON.stringify({ '94': value }), '{']) {
          const own = new BriefEdits(shelf(kept)).of(pattani);
          expect(typeof own.meeting).toBe('string');
          expect(own.order === null || own.order.every((id) => /^[a-z][a-z0-9-]*$/.test(id))).toBe(true);
          expect(Object.values(own.hidden).every((is) => typeof is === 'boolean')).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('know when other figures are told, and that other digits are the same', () => {
    const edits = new BriefEdits(null);
    edits.title(pattani, 'th', 'map', 'ของฉัน', 'ยังรอ 4,812 ครัวเรือน');
    const own = edits.of(pattani).titles.th.map!;
    expect(isChangedSince(own, 'ยังรอ\u00a0๔,๘๑๒ ครัวเรือน')).toBe(false);
    expect(isChangedSince(own, 'ยังรอ 4,811 ครัวเรือน')).toBe(true);
  });
});
