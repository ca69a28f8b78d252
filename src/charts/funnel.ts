/** Owns the bars of the funnel: how long each is, and how much of it is out of order. */

export interface Step {
  readonly id: string;
  readonly label: string;
  /** Null where nothing tells. */
  readonly count: number | null;
  /** Part of the count that came this far without the step it is set against. */
  readonly without: number | null;
}

export interface StepBar extends Step {
  /** Shares of the widest step, 0 to 1: in order, and out of order. */
  readonly inOrder: number;
  readonly outOfOrder: number;
  /** Of the first step; null where there is none. */
  readonly share: number | null;
}

export function stepBars(steps: readonly Step[]): readonly StepBar[] {
  const most = Math.max(1, ...steps.map(({ count }) => count ?? 0));
  const first = steps[0]?.count ?? 0;
  return steps.map((step) => {
    const without = Math.min(step.without ?? 0, step.count ?? 0);
    return {
      ...step,
      inOrder: ((step.count ?? 0) - without) / most,
      outOfOrder: without / most,
      share: step.count === null || first === 0 ? null : step.count / first,
    };
  });
}
