/** Owns every text for readers in English; same keys as `th.ts`. */
import { areaTableEn } from './areatable.ts';
import { askingEn } from './asking.ts';
import { countryEn } from './country.ts';
import { datingEn } from './dating.ts';
import { mappingEn } from './mapping.ts';
import { mendingEn } from './mending.ts';
import { headerRowEn, rowsEn } from './rows.ts';
import type { Texts } from './th.ts';

type Detail = Readonly<Record<string, string | number>>;
const file = (detail: Detail): string => (detail.file === undefined ? 'This file' : `The file “${detail.file}”`);
const looks = (detail: Detail): string => {
  const kind = String(detail.looks ?? '');
  if (['png', 'jpeg', 'gif', 'webp'].includes(kind)) return ': it looks like a picture';
  if (['zip', 'gzip', 'rar', '7z'].includes(kind)) return ': it looks like a compressed or Excel file';
  return kind === 'xls'
    ? ': it looks like an Excel file'
    : kind && kind !== 'binary'
      ? `: it looks like ${kind.toUpperCase()}`
      : '';
};

export const en: Texts = {
  app: {
    name: 'Phungpao',
    title: (province, asOf) => `Phungpao ${province}, as of ${asOf}`,
    loading: 'Preparing the map',
    language: 'Language',
    skip: 'Skip to the ranking of areas',
  },
  top: {
    province: 'Province',
    asOf: 'As of',
    asOfShort: 'as of',
    openFile: 'Open files',
    drop: 'Drop Logbook files here to open them. Nothing leaves this computer',
    sample: 'Sample data (made up)',
    receipt: 'See the receipt',
  },
  figures: {
    region: 'Key figures',
    household: 'households',
    person: 'persons',
    need: 'needs',
    ofNeed: 'of the households in need',
    beside: (noNeed, unknown, out) => `no need ${noNeed} · unknown ${unknown} · out ${out}`,
    daysLeft: (deadline) => `Left until ${deadline}`,
    days: 'days',
    countedFrom: (asOf) => `counted from ${asOf}`,
  },
  filters: {
    region: 'Filters',
    title: 'Show only',
    clear: 'Clear all filters',
    clearOne: 'Clear',
    remove: 'Remove this filter',
  },
  map: {
    region: (what, where) => `Map: ${what}, ${where}`,
    level: 'Level',
    measure: 'Show',
    path: 'Area in view',
    wholeProvince: (name) => `${name} province`,
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    reset: 'Back to the whole area',
    twoFingers: 'Use two fingers to move the map',
    zero: 'None (0)',
    missing: {
      no_data: 'Not in the file',
      not_loaded: 'Not loaded yet',
      not_applicable: 'Can’t be worked out',
    },
    areas: (count, level) => `${count} ${level.toLowerCase()}`,
    legend: (title, unit) => `${title} (${unit})`,
    approximate: 'Approximate areas, made from central points; not real boundaries',
    unavailable: 'The boundaries of this province were not found. The table has all figures.',
  },
  badge: {
    onMap: (share, count) => `On the map ${share} % · ${count} households`,
    offMap: (count) => `not on the map ${count}`,
    why: 'See why',
    title: 'Households on the map and not',
    explain: (level) =>
      `Listed households under the chosen filters, at ${level.toLowerCase()} level. Those not on the map still count in every total.`,
    reason: 'Reason',
    households: 'Households',
    on: 'On the map',
    off: 'Not on the map',
    total: 'Total',
  },
  ranking: {
    title: (level) => `Ranking by ${level.toLowerCase()}`,
    rank: 'No.',
    total: 'Total',
    noBoundary: 'no boundary on the map',
    unplacedIn: (name) => `Smaller area not known (${name})`,
    unplaced: 'Area not known',
    empty: 'No household passes the chosen filters. Try clearing some of them.',
  },
  matrix: {
    title: 'Five dimensions: in need, helped, waiting',
    unit: 'Unit: needs (household × dimension); one household may count in several dimensions',
    dimension: 'Dimension and host agencies',
    need: 'In need',
    helped: 'Helped',
    pending: 'Waiting',
    filterBy: (what) => `Show only ${what}`,
  },
  classes: {
    title: 'Household classes',
    unit: 'Unit: households in need',
    class: 'Class',
  },
  places: {
    code: (code) => `Code ${code}`,
  },
  import: {
    title: 'Opening files',
    stages: {
      reading: 'Reading and checking every row of',
      cleaning: 'Checking the values of',
      writing: 'Adding up',
    },
    progress: (rows, done, total) => `${rows} rows · ${done} of ${total}`,
    cancel: 'Cancel',
    waiting: (files) => `${files} will be opened after this`,
    close: 'Close',
    done: (files) => `Opened ${files}`,
    failed: 'The file could not be opened',
    kept: 'What was open before is still there',
    ask: {
      title: 'One thing before the file is opened',
      submit: 'Use this',
      asOf: (name) => `No as-of date was found in “${name}”. Which date do these data describe?`,
      asOfHint: {
        rows: 'The latest date in the rows is proposed.',
        clock: 'The rows hold no date, so today is proposed; please check it.',
      },
      asOfEra: (date) => `That is ${date}`,
      choices: askingEn,
    },
    headerRow: headerRowEn,
    dating: datingEn,
  },
  receipt: {
    title: 'Receipt',
    intro: 'Every row of the file is accounted for: read = kept + quarantined + set aside',
    read: 'Read',
    kept: 'Kept',
    quarantined: 'Quarantined, to be mended',
    setAside: 'Set aside (no household data)',
    warned: 'Kept with a remark',
    rows: 'rows',
    files: 'Files',
    size: 'Size',
    hash: 'Fingerprint (SHA-256)',
    asOf: 'As of',
    households: 'Households',
    needs: 'Needs',
    columns: 'Headers found',
    unread: 'not read',
    warnings: 'Remarks',
    unknownValues: 'Values not recognised, counted as “unknown”',
    assumptions: 'What was agreed',
    quarantineTitle: 'Quarantined rows',
    quarantineHint: 'These rows count in no figure.',
    line: 'Line',
    reason: 'Reason',
    value: 'Value found',
    original: 'Original text',
    showOriginal: 'Show the original text (holds personal data)',
    hideOriginal: 'Hide the original text',
    none: 'None',
    more: (count) => `and ${count} more rows`,
  },
  areaTable: areaTableEn,
  country: countryEn,
  mapping: mappingEn,
  mending: mendingEn,
  notices: {
    unknownParameter: (parameters) =>
      `The link holds ${parameters}, which is not known; the usual value is shown instead`,
    strayArea: (code, province) => `Area ${code} is not in ${province}, so the whole province is shown`,
    absent: (province, asOf) => `The file of ${province} as of ${asOf} is not open`,
    absentHint: 'Open that file to go on; the view in the link is kept.',
    empty: 'No file is open. Press “Open files”, or drop Logbook files here.',
    absentBack: 'See what is open instead',
    panelFailed: 'This part can’t be shown; the others work as usual.',
    retry: 'Try again',
    close: 'Dismiss',
  },
  errors: {
    file_empty: (d) => `${file(d)} is empty. Export it from the system again and open it once more.`,
    file_header_only: (d) =>
      `${file(d)} has a header but no rows. Check that the export is complete and open it again.`,
    file_not_text: (d) => `${file(d)} is no text table${looks(d)}. Save it as CSV UTF-8 and open it again.`,
    file_encoding: (d) =>
      `The encoding of ${file(d)} is not known. In Excel choose “Save as”, type “CSV UTF-8 (comma delimited)”, and open it again.`,
    file_no_known_column: (d) =>
      `${file(d)} has no header that is known. Check that its header row has words such as รหัสบ้าน, ตำบล, อำเภอ, สถานะการช่วยเหลือ.`,
    file_column_missing: (d) =>
      d.missing === 'place'
        ? `${file(d)} has no column that says where. Add รหัสตำบล, or ตำบล and อำเภอ, and open it again.`
        : d.missing === 'act'
          ? `${file(d)} has no column that says what help was given. Add วันที่ช่วยเหลือ or กิจกรรมที่ช่วยเหลือ, and open it again.`
          : `${file(d)} has no column that says what is needed. Add the five dimensions or สถานะการช่วยเหลือ, and open it again.`,
    file_read: (d) =>
      `${file(d)} can’t be read. It may have been moved or be open in another program; close that and try again.`,
    file_format: (d) => `${file(d)} is of a kind that can’t be opened yet. Save it as CSV UTF-8 and open it again.`,
    file_too_wide: (d) =>
      `${file(d)} has far too many columns. Check that it is a table of households and open it again.`,
    file_nothing_kept: (d) =>
      d.reason === 'place'
        ? `No row tells its province. ${file(d)}: check the columns รหัสตำบล, ตำบล, อำเภอ, จังหวัด and open it again.`
        : d.reason === 'unmended'
          ? mendingEn.unmended(file(d))
          : `No row could be read whole. ${file(d)}: check its quotation marks and number of fields and open it again.`,
    file_codes_lost: (d) => rowsEn.codesLost(file(d)),
    file_area_sums: (d) => rowsEn.areaSums(file(d)),
    file_garbled: (d) =>
      d.how === 'lost'
        ? `Letters of ${file(d)} were lost before it came here (they have become �). Export it anew as CSV UTF-8.`
        : `The Thai of ${file(d)} is garbled: it was once opened in the wrong encoding and saved so. Export it anew as CSV UTF-8.`,
    file_damaged: (d) =>
      `${file(d)} is damaged or was not copied whole. Copy or download it again and open it once more.`,
    file_password: (d) =>
      `${file(d)} is locked by a password. Open it in its program, take the password off, save it, and open it here again.`,
    file_bomb: (d) =>
      `${file(d)} is not opened: unpacked it would be far too large (over 300 MB, over 100 times its size, or over 1,000 files). If the data are real, split them.`,
    file_nested: (d) => `${file(d)} is a ZIP inside a ZIP. Unpack the outer one first and open what is inside.`,
    file_too_large: (d) => `${file(d)} is over 300 MB, too large for its kind. Save it as CSV UTF-8 and open it again.`,
    file_hang: (d) =>
      `Reading ${file(d)} did not come to an end and was stopped. It may be damaged or too large; save it as CSV UTF-8 and open it again.`,
    areas_missing: (d) =>
      `The area data were not found (${d.file ?? ''}). Reload the page; if that doesn’t help, install the page anew.`,
    sample_missing: () => 'The sample can’t be opened. Reload the page, or open a file of your own.',
    engine_start: () =>
      'The engine can’t be started. Reload the page; if that doesn’t help, this browser may have WebAssembly switched off: try a current Chrome or Edge.',
    engine_query: () => 'The question could not be answered. Reload the page and try again.',
    engine_memory: () =>
      'There is not enough memory for this. What was open before is still there. Close other tabs, or split the file by province, and try again.',
    engine_closed: () => 'The engine was closed. Reload the page to start it again.',
  },
  bug: 'Something unexpected went wrong. Reload the page and try again.',
};
