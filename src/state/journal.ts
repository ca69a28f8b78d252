/** Owns what a problem report tells of the last steps: kinds of actions and of faults with their times, and no word of a file. */
import { AppError, type ErrorCode } from '../model/error.ts';
import type { View } from './view.ts';

/** `view`: something was chosen; which fields of the view changed, and never to what. */
export type StepKind =
  'view' | 'import' | 'imported' | 'import_cancelled' | 'restarting' | 'back' | 'failed' | 'lacking' | 'fault';

export interface Step {
  /** Since the page was opened. */
  readonly atMs: number;
  readonly kind: StepKind;
  /** Names that stand in this code alone. */
  readonly about: readonly string[];
}

const mostSteps = 200;
const steps: Step[] = [];

function keep(kind: StepKind, about: readonly string[]): void {
  steps.push({ atMs: Math.round(performance.now()), kind, about });
  if (steps.length > mostSteps) steps.shift();
}

export const noteStep = (kind: Exclude<StepKind, 'fault'>, fields: readonly (keyof View)[] = []): void =>
  keep(kind, fields);

/** Keeps the code of a fault, or its kind and where in this page's own code it was: what it says may hold a cell. */
export function noteFault(fault: unknown): void {
  const what: ErrorCode | string = fault instanceof AppError ? fault.code : kindOf(fault);
  keep('fault', [what, ...framesOf(fault)]);
}

const kinds = [
  'TypeError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'AbortError',
  'QuotaExceededError',
  'SecurityError',
  'NotReadableError',
  'NotFoundError',
  'DataCloneError',
  'RuntimeError',
];
const kindOf = (fault: unknown): string => kinds.find((kind) => (fault as Error | null)?.name === kind) ?? 'Error';

const mostFrames = 8;
/** Places in the built files; a name of a function is as the build shortened it. */
function framesOf(fault: unknown): readonly string[] {
  const stack = fault instanceof Error ? (fault.stack ?? '') : '';
  return [...stack.matchAll(/\/assets\/([\w.-]+\.js:\d+:\d+)/g)].map(([, place = '']) => place).slice(0, mostFrames);
}

export const lastSteps = (): readonly Step[] => steps;

/** Hears of every fault that nobody caught, and of those that a panel's wall held back. */
export function hearFaults(): void {
  addEventListener('error', ({ error }) => noteFault(error));
  addEventListener('unhandledrejection', ({ reason }) => noteFault(reason));
}
