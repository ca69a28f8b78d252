/** Owns the users of the server of these tests: what each may read, as the roles of scripts/clickhouse give it. */

export interface User {
  readonly name: string;
  readonly password: string;
  readonly isAdmin?: true;
  /** Tables that it may not read. */
  readonly denied: readonly string[];
  /** A condition by table, as a row policy has it. */
  readonly rows: Readonly<Record<string, string>>;
}

export const admin: User = { name: 'admin', password: 'ผู้ดูแล\\n 1', isAdmin: true, denied: [], rows: {} };
const own = 'snapshot % 100 = 94';
export const officer: User = {
  name: 'ปัตตานี',
  password: 'officer',
  denied: [],
  rows: Object.fromEntries(
    ['household', 'need', 'help', 'plan', 'trait', 'place_name', 'cube', 'round_brought'].map((name) => [name, own]),
  ),
};
export const viewer: User = {
  name: 'viewer',
  password: 'viewer',
  denied: ['household', 'need', 'help', 'plan', 'trait', 'place_name', 'area_figure', 'cube'],
  rows: {},
};
/** Has an account, and was given no role. */
export const nobody: User = {
  ...viewer,
  name: 'ใหม่',
  password: 'new',
  denied: [...viewer.denied, 'round', 'cube_shown'],
};
export const users: readonly User[] = [admin, officer, viewer, nobody];
