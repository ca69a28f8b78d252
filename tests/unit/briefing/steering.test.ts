/** Tests how a presentation is steered: keys of every layout, digits, fingers. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { swiped } from '../../../src/briefing/pointing.ts';
import { commandOf, digitOf, isTaken, Typed } from '../../../src/briefing/steering.ts';

const pressed = (key: string, code = '', more: object = {}) => ({
  ...{ key, code, ctrlKey: false, metaKey: false, altKey: false },
  ...more,
});

test('arrows, the keys of a clicker and the space bar turn pages', () => {
  for (const key of ['ArrowRight', 'ArrowDown', 'PageDown', ' ']) expect(commandOf(pressed(key))).toBe('next');
  for (const key of ['ArrowLeft', 'ArrowUp', 'PageUp']) expect(commandOf(pressed(key))).toBe('previous');
  expect(commandOf(pressed('.'))).toBe('black');
});

test('letters are known by their place, as a Thai layout writes others', () => {
  expect(commandOf(pressed('ิ', 'KeyB'))).toBe('black');
  expect(commandOf(pressed('น', 'KeyO'))).toBe('overview');
  expect(digitOf(pressed('ๅ', 'Digit1'))).toBe('1');
  expect(digitOf(pressed('๗', 'Numpad7'))).toBe('7');
});

test('shortcuts of the browser stay its own', () => {
  expect(commandOf(pressed('p', 'KeyP', { ctrlKey: true }))).toBeNull();
  expect(digitOf(pressed('1', 'Digit1', { altKey: true }))).toBeNull();
});

test('what goes to no element is not taken', () => {
  expect(isTaken(null, ' ')).toBe(false);
  expect(isTaken({} as EventTarget, 'Enter')).toBe(false);
});

describe('digits typed', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const typing = (): { typed: Typed; pages: number[] } => {
    const pages: number[] = [];
    return { pages, typed: new Typed((page) => pages.push(page)) };
  };

  test('go where they say with Enter', () => {
    const { typed, pages } = typing();
    for (const digit of '12') typed.add(digit);
    expect(typed.enter()).toBe(true);
    expect(typed.enter()).toBe(false);
    vi.advanceTimersByTime(10_000);
    expect(pages).toEqual([12]);
  });

  test('go by themselves where it is one alone, after 800 ms and not before', () => {
    const { typed, pages } = typing();
    typed.add('7');
    vi.advanceTimersByTime(799);
    expect(pages).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(pages).toEqual([7]);
  });

  test('are forgotten where several wait too long', () => {
    const { typed, pages } = typing();
    for (const digit of '34') typed.add(digit);
    vi.advanceTimersByTime(5000);
    expect(typed.enter()).toBe(false);
    expect(pages).toEqual([]);
  });

  test('zero is no page', () => {
    const { typed, pages } = typing();
    typed.add('0');
    vi.advanceTimersByTime(800);
    expect(pages).toEqual([]);
  });
});

test('a finger turns to the side it left, and scrolling turns nothing', () => {
  const from = { x: 500, y: 300 };
  expect(swiped(from, { x: 380, y: 310 })).toBe(1);
  expect(swiped(from, { x: 620, y: 310 })).toBe(-1);
  expect(swiped(from, { x: 460, y: 300 })).toBe(0);
  expect(swiped(from, { x: 420, y: 500 })).toBe(0);
});
