/** Tests the course of a presentation: pages in order, hidden slides reached by a click, and slides of areas. */
import { expect, test } from 'vitest';
import { courseOf, pagesShown, slideOfArea, stepped } from '../../../src/briefing/course.ts';
import type { Deck, Slide } from '../../../src/exports/deck.ts';
import { areaCode } from '../../../src/model/area.ts';

const slide = (id: string, isHidden = false, lines = 1): Slide => ({
  ...{ id, name: id, title: id, notes: '', isHidden, layout: 'plain' },
  blocks: [{ kind: 'words', title: '', lines: Array.from({ length: lines }, (_, at) => `${id} ${at}`) }],
});
const deckOf = (...slides: Slide[]): Deck => ({
  ...{ language: 'th', title: '', province: '', asOf: '', filters: '', preparedBy: '', fingerprint: null },
  ...{ fileName: null, rounding: null, credit: '', slides },
});
const deck = deckOf(
  slide('cover'),
  slide('amphoe-9401'),
  slide('amphoe-9402', true),
  slide('annex', false, 30),
  slide('last'),
);
const pages = pagesShown(deck);
const at = (id: string) => courseOf(deck, pages, id);

test('slides that are hidden are no pages; long ones are several', () => {
  expect(pages.map(({ id }) => id)).toEqual(['cover', 'amphoe-9401', 'annex', 'annex.2', 'annex.3', 'annex.4', 'last']);
  expect(at('annex.3')).toMatchObject({ at: 4, isAside: false });
});

test('what is not known is the first page, and the second page of one that has one page is that', () => {
  expect(at('nothing').page?.id).toBe('cover');
  expect(at('amphoe-9401.9').page?.id).toBe('amphoe-9401');
});

test('the ends hold', () => {
  expect(stepped(at('cover'), -1)?.id).toBe('cover');
  expect(stepped(at('last'), 1)?.id).toBe('last');
  expect(stepped(at('annex'), 1)?.id).toBe('annex.2');
});

test('a hidden slide stands aside, between the pages round it', () => {
  const aside = at('amphoe-9402');
  expect(aside).toMatchObject({ isAside: true });
  expect(aside.page?.id).toBe('amphoe-9402');
  expect(stepped(aside, 1)?.id).toBe('annex');
  expect(stepped(aside, -1)?.id).toBe('amphoe-9401');
});

test('an area leads to its slide, a tambon to that of its amphoe, hidden or not, and others nowhere', () => {
  const idOf = (code: string) => slideOfArea(deck, areaCode(code)!)?.id ?? null;
  expect(idOf('9401')).toBe('amphoe-9401');
  expect(idOf('940205')).toBe('amphoe-9402');
  expect(idOf('9403')).toBeNull();
  expect(idOf('94')).toBeNull();
});

test('a deck of hidden slides has no page', () => {
  const empty = deckOf(slide('cover', true));
  expect(courseOf(empty, [], 'nothing').page).toBeNull();
});
