/** Owns every text for readers in English; same keys as `th.ts`. */
import { actsEn } from './acts.ts';
import { agesEn } from './ages.ts';
import { aspectsEn } from './aspects.ts';
import { sendupEn } from './sendup.ts';
import { teamsEn } from './teams.ts';
import { villagesEn } from './villages.ts';
import { agenciesEn } from './agencies.ts';
import { analysisEn } from './analysis.ts';
import { areaTableEn } from './areatable.ts';
import { askingEn } from './asking.ts';
import { basemapEn } from './basemap.ts';
import { briefingEn } from './briefing.ts';
import { classingEn } from './classing.ts';
import { countryEn } from './country.ts';
import { datingEn } from './dating.ts';
import { diagnosticsEn } from './diagnostics.ts';
import { distanceEn } from './distance.ts';
import { explainingEn } from './explaining.ts';
import { findingEn } from './finding.ts';
import { errorsEn } from './errors.ts';
import { hotspotsEn } from './hotspots.ts';
import { groupsEn } from './groups.ts';
import { householdsEn } from './households.ts';
import { kindsEn } from './kinds.ts';
import { mappingEn } from './mapping.ts';
import { mendingEn } from './mending.ts';
import { meetingEn } from './meeting.ts';
import { movesEn } from './moves.ts';
import { planEn } from './plan.ts';
import { headerRowEn } from './rows.ts';
import { askedRoundEn } from './rounds.ts';
import { presentingEn } from './presenting.ts';
import { clusterEn } from './cluster.ts';
import { rememberingEn } from './remembering.ts';
import { settingsEn } from './settings.ts';
import type { Texts } from './th.ts';
import { funnelEn } from './funnel.ts';
import { paceEn } from './pace.ts';
import { reportingEn } from './reporting.ts';
import { progressEn } from './progress.ts';

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
    save: 'Save',
  },
  meeting: meetingEn,
  figures: {
    region: 'Key figures',
    household: 'households',
    person: 'persons',
    need: 'needs',
    ofNeed: 'of those in need',
    beside: (noNeed, unknown, out) => `no need\u00a0${noNeed} · unknown\u00a0${unknown} · out\u00a0${out}`,
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
      withheld: 'Hidden',
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
    explain: (level) => `As filtered, by ${level.toLowerCase()}. Households not on the map still count in every total.`,
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
    done: (file) => `Opened ${file}`,
    doneAll: (count) => `Opened ${count} files`,
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
      round: askedRoundEn,
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
  analysis: analysisEn,
  progress: progressEn,
  moves: movesEn,
  reporting: reportingEn,
  pace: paceEn,
  funnel: funnelEn,
  agencies: agenciesEn,
  acts: actsEn,
  ages: agesEn,
  groups: groupsEn,
  aspects: aspectsEn,
  sendup: sendupEn,
  teams: teamsEn,
  villages: villagesEn,
  areaTable: areaTableEn,
  basemap: basemapEn,
  briefing: briefingEn,
  classing: classingEn,
  country: countryEn,
  diagnostics: diagnosticsEn,
  distance: distanceEn,
  explaining: explainingEn,
  finding: findingEn,
  help: 'Help (guide)',
  hotspots: hotspotsEn,
  households: householdsEn,
  kinds: kindsEn,
  mapping: mappingEn,
  mending: mendingEn,
  plan: planEn,
  presenting: presentingEn,
  cluster: clusterEn,
  remembering: rememberingEn,
  settings: settingsEn,
  notices: {
    unknownParameter: (parameters) => `The link holds ${parameters}, which is unknown; the usual value is shown`,
    strayArea: (code, province) => `Area ${code} is not in ${province}, so the whole province is shown`,
    absent: (province, asOf) => `The file of ${province} as of ${asOf} is not open`,
    absentHint: 'Open that file to go on; the view in the link is kept.',
    empty: 'No file is open. Press “Open files”, or drop Logbook files here.',
    absentBack: 'See what is open instead',
    torn: 'A part of this page can’t be loaded: the network may have gone, or there is a new version. Reload the page, then open your files again.',
    reload: 'Reload',
    panelFailed: 'This part can’t be shown; the others work as usual.',
    retry: 'Try again',
    close: 'Dismiss',
  },
  errors: errorsEn,
  bug: 'Something unexpected went wrong. Reload the page and try again.',
};
