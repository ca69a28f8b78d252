/** Owns what each sample province is to look like: its rounds, the size and pace of its amphoe, its municipalities. */

export interface Round {
  /** ISO date. */
  readonly asOf: string;
  /** Up to 1 a share of the pace reached at the base round; beyond 1, of what is then still left. */
  readonly progress: number;
  /** Share of households visited by then. */
  readonly surveyed: number;
  /** Codes of amphoe that sent nothing for it: their households are not in its file. */
  readonly missing?: readonly string[];
  /** Codes of amphoe whose records are all from before the round before. */
  readonly stale?: readonly string[];
}

export interface Municipality {
  readonly code: string;
  readonly name: string;
  /** Relative to the other municipalities of its amphoe. */
  readonly weight: number;
  /** Added to the amphoe's pace. */
  readonly pace: number;
}

export interface AmphoePlan {
  readonly code: string;
  /** Households of the core cohort: in need at the base round. */
  readonly households: number;
  /** Share helped at the base round. */
  readonly pace: number;
  /** How fast it goes on after the base round; 1 is the common speed. */
  readonly momentum: number;
  /** Share of its households that live inside a municipality. */
  readonly municipalShare: number;
  readonly municipalities: readonly Municipality[];
}

/** Households listed beside the core, spread over the amphoe like it. Rounds by index. */
export interface Cohort {
  readonly households: number;
  readonly joins: number;
  /** Shown as died or moved in this round, gone in the next. */
  readonly outAt?: number;
  readonly noNeedFrom?: number;
  /** Struck off the list: not in this round's file nor in any later one. */
  readonly struckAt?: number;
}

export interface ProvincePlan {
  readonly code: string;
  readonly slug: string;
  readonly byteOrderMark: boolean;
  readonly dimensionMark: { readonly needed: string; readonly notNeeded: string };
  readonly rounds: readonly Round[];
  /** Index of the round whose totals are known: every core household is listed and in need in it, nobody joins it late. */
  readonly base: number;
  /** Share of the core that is listed since round 0, 1, … up to the base. */
  readonly joined: readonly number[];
  readonly amphoe: readonly AmphoePlan[];
  readonly cohorts: readonly Cohort[];
  /** Rows whose place is written badly; all of the core, all kept. */
  readonly blemishes: Readonly<Record<Blemish, number>>;
}

export const blemishKinds = ['tambonBlank', 'codeBlank', 'misspelt', 'amphoeBlank', 'codeUnknown'] as const;
export type Blemish = (typeof blemishKinds)[number];

const pattani: ProvincePlan = {
  code: '94',
  slug: 'pattani',
  byteOrderMark: false,
  dimensionMark: { needed: '✓', notNeeded: '' },
  rounds: [
    { asOf: '2022-05-10', progress: 0.55, surveyed: 0.6 },
    { asOf: '2022-06-10', progress: 0.82, surveyed: 0.79 },
    { asOf: '2022-06-29', progress: 1, surveyed: 0.91 },
    { asOf: '2022-07-10', progress: 1.14, surveyed: 0.935 },
    { asOf: '2022-08-10', progress: 1.42, surveyed: 0.96, stale: ['9406', '9411'] },
    { asOf: '2022-09-10', progress: 1.68, surveyed: 0.98 },
  ],
  base: 2,
  joined: [0.93, 0.045, 0.025],
  amphoe: [
    amphoe('9401', 1640, 0.6, 1, 0.38, ['940151 เทศบาลเมือง ปัตตานี', 5, -0.16], ['940152 เทศบาลตำบล รูสะมิแล', 1, 0.1]),
    amphoe('9402', 1560, 0.75, 1, 0.09, ['940251 เทศบาลตำบล โคกโพธิ์', 3, 0.05], ['940252 เทศบาลตำบล นาประดู่', 2, 0.1]),
    amphoe('9403', 1720, 0.62, 1, 0.08, ['940351 เทศบาลตำบล หนองจิก', 1, 0.05], ['940352 เทศบาลตำบล บ่อทอง', 1, -0.05]),
    amphoe('9404', 1080, 0.55, 1, 0.07, ['940451 เทศบาลตำบล ปะนาเระ', 1, 0.08]),
    amphoe('9405', 1830, 0.38, 0.9, 0.05, ['940551 เทศบาลตำบล มายอ', 1, 0.1]),
    amphoe('9406', 870, 0.25, 0.45, 0),
    amphoe('9407', 1760, 0.57, 1, 0.17, ['940751 เทศบาลเมือง ตะลุบัน', 1, 0.12]),
    amphoe('9408', 343, 0.7, 1, 0),
    amphoe('9409', 1890, 0.5, 0.95, 0.06, ['940951 เทศบาลตำบล ยะหริ่ง', 1, 0.06]),
    amphoe('9410', 1980, 0.41, 0.9, 0.05, ['941051 เทศบาลตำบล ยะรัง', 1, 0.14]),
    amphoe('9411', 610, 0.29, 0.5, 0),
    amphoe('9412', 420, 0.67, 1, 0),
  ],
  cohorts: [
    { households: 110, joins: 0, outAt: 0 },
    { households: 90, joins: 0, outAt: 1 },
    { households: 60, joins: 0, noNeedFrom: 0, struckAt: 2 },
    { households: 180, joins: 3 },
    { households: 140, joins: 4 },
    { households: 100, joins: 5 },
  ],
  blemishes: { tambonBlank: 60, codeBlank: 40, misspelt: 25, amphoeBlank: 20, codeUnknown: 5 },
};

const pathumThani: ProvincePlan = {
  code: '13',
  slug: 'pathum-thani',
  byteOrderMark: true,
  dimensionMark: { needed: '1', notNeeded: '0' },
  rounds: [
    { asOf: '2022-04-15', progress: 1, surveyed: 0.87 },
    { asOf: '2022-05-10', progress: 1.13, surveyed: 0.91 },
    { asOf: '2022-06-10', progress: 1.3, surveyed: 0.94 },
    { asOf: '2022-07-10', progress: 1.46, surveyed: 0.96 },
    { asOf: '2022-08-10', progress: 1.64, surveyed: 0.97, missing: ['1307'] },
    { asOf: '2022-09-10', progress: 1.82, surveyed: 0.985 },
  ],
  base: 0,
  joined: [1],
  amphoe: [
    amphoe(
      '1301',
      430,
      0.5,
      1,
      0.3,
      ['130151 เทศบาลเมือง ปทุมธานี', 3, 0.1],
      ['130152 เทศบาลเมือง บางคูวัด', 2, -0.05],
      ['130153 เทศบาลตำบล บางหลวง', 1, 0],
    ),
    amphoe(
      '1302',
      520,
      0.34,
      0.9,
      0.31,
      ['130251 เทศบาลเมือง ท่าโขลง', 3, -0.08],
      ['130252 เทศบาลเมือง คลองหลวง', 2, 0.06],
    ),
    amphoe(
      '1303',
      310,
      0.25,
      0.5,
      1,
      ['130351 เทศบาลนคร รังสิต', 5, -0.08],
      ['130352 เทศบาลเมือง บึงยี่โถ', 2, 0.25],
      ['130353 เทศบาลเมือง สนั่นรักษ์', 2, 0],
      ['130354 เทศบาลตำบล ธัญบุรี', 1, 0.05],
    ),
    amphoe('1304', 395, 0.57, 1, 0.075, ['130451 เทศบาลตำบล หนองเสือ', 1, 0.08]),
    amphoe('1305', 300, 0.64, 1, 0.12, ['130551 เทศบาลตำบล ระแหง', 1, 0.05]),
    amphoe(
      '1306',
      478,
      0.4,
      0.95,
      0.26,
      ['130651 เทศบาลเมือง คูคต', 4, -0.1],
      ['130652 เทศบาลเมือง ลาดสวาย', 3, 0.05],
      ['130653 เทศบาลเมือง ลำสามแก้ว', 3, 0.1],
      ['130654 เทศบาลตำบล ลำลูกกา', 1, 0],
      ['130655 เทศบาลตำบล ลำไทร', 1, 0.05],
    ),
    amphoe('1307', 170, 0.76, 1, 0.1, ['130751 เทศบาลตำบล บางเตย', 1, 0.05]),
  ],
  cohorts: [
    { households: 430, joins: 0, noNeedFrom: 0 },
    { households: 70, joins: 0, outAt: 0 },
    ...[1, 2, 3, 4, 5].map((joins) => ({ households: 24, joins })),
  ],
  blemishes: { tambonBlank: 0, codeBlank: 0, misspelt: 0, amphoeBlank: 0, codeUnknown: 0 },
};

export const plans: readonly ProvincePlan[] = [pattani, pathumThani];

/** The snapshot the page opens on. */
export const opening = { province: '94', asOf: '2022-06-29' };

function amphoe(
  code: string,
  households: number,
  pace: number,
  momentum: number,
  municipalShare: number,
  ...municipalities: readonly [codeAndName: string, weight: number, pace: number][]
): AmphoePlan {
  return {
    code,
    households,
    pace,
    momentum,
    municipalShare,
    municipalities: municipalities.map(([text, weight, offset]) => ({
      code: text.slice(0, 6),
      name: text.slice(7),
      weight,
      pace: offset,
    })),
  };
}
