/** Owns what a briefing is made of: slides of values already worked out, which the wall, paper and files draw alike. */
import type { AreaDescription, MapView } from '../map/mapview.ts';
import type { LegendRow } from '../map/legend.ts';
import type { AreaCode } from '../model/area.ts';
import type { Digits } from '../model/digits.ts';
import type { Language } from '../model/text.ts';
import type { Datum } from '../ui/datum.ts';

/** One briefing, in one language. All its text is as the reader sees it: dates, digits and units are written. */
export interface Deck {
  readonly language: Language;
  /** How numbers besides the figures are written: those of pages, of an axis. */
  readonly digits?: Digits;
  /** What the file is called and its title page says. */
  readonly title: string;
  /** จังหวัดปัตตานี, or ทั้งประเทศ. */
  readonly province: string;
  /** 29 มิถุนายน 2565. */
  readonly asOf: string;
  /** What is counted, in words, filters and all. */
  readonly filters: string;
  /** As the reader typed it; empty where nobody is named. */
  readonly preparedBy: string;
  /** The SHA-256 of the file the figures were counted from, in hexadecimal; null for several files. */
  readonly fingerprint: string | null;
  /** Null in meeting mode, where no name of a file may be seen. */
  readonly fileName: string | null;
  /** What a reader of protected figures is told of them; null where they are exact. */
  readonly rounding: string | null;
  /** Where figures and boundaries come from, for the foot of every slide. */
  readonly credit: string;
  /** In their order, those left out by the reader among them. */
  readonly slides: readonly Slide[];
}

export interface Slide {
  /** Its own in the deck: `situation`, `amphoe-9401`. */
  readonly id: string;
  /** Its template's name in the list of slides: สถานการณ์. */
  readonly name: string;
  /** A sentence made of the figures, or the reader's own in its place. */
  readonly title: string;
  /** Where the title is the reader's own: the sentence made now, and whether it is another than when that was typed. */
  readonly own?: { readonly made: string; readonly isChanged: boolean } | undefined;
  /** What the presenter alone sees. */
  readonly notes: string;
  readonly isHidden: boolean;
  readonly layout: 'cover' | 'plain';
  /** At most three; on a wide slide they stand side by side but for figures, which run along the top. */
  readonly blocks: readonly Block[];
}

export type Block = FiguresBlock | MapBlock | BarsBlock | TrendBlock | TableBlock | WordsBlock;

/** Big numbers, five at most. */
export interface FiguresBlock {
  readonly kind: 'figures';
  readonly figures: readonly {
    readonly label: string;
    readonly datum: Datum;
    readonly unit: string;
    readonly tone: 'ink' | 'waiting' | 'helped' | 'danger';
    /** How far it went since the round before, written with its sign and that round's date: −412 ตั้งแต่ 10 มิ.ย. 2565. */
    readonly change?: { readonly datum: Datum; readonly text: string };
  }[];
}

/** The areas in their colours. The view holds no hovered or selected area unless the slide is of one. */
export interface MapBlock {
  readonly kind: 'map';
  readonly title: string;
  readonly unit: string;
  readonly measure: string;
  readonly view: MapView;
  readonly legend: readonly LegendRow[];
  readonly describe: (code: AreaCode) => AreaDescription;
  /** The figure of every area on the map, in the order of the ranking. */
  readonly figures: readonly { readonly name: string; readonly datum: Datum }[];
}

/** A bar for each row, its parts one after the other. */
export interface BarsBlock {
  readonly kind: 'bars';
  readonly title: string;
  readonly unit: string;
  readonly series: readonly { readonly name: string; readonly color: string }[];
  /** Rows that have no room stand in the table of all areas, and not on a page more. */
  readonly isOnePage?: boolean;
  /** A figure for each series; `note` stands behind the name: the host agency of a dimension. */
  readonly rows: readonly { readonly name: string; readonly note?: string; readonly figures: readonly Datum[] }[];
}

/** Lines over dates; null where a line has no point. */
export interface TrendBlock {
  readonly kind: 'trend';
  readonly title: string;
  readonly unit: string;
  /** ISO dates, ascending, and as they are written. */
  readonly dates: readonly { readonly iso: string; readonly text: string }[];
  readonly lines: readonly {
    readonly name: string;
    readonly color: string;
    readonly dashed: boolean;
    readonly figures: readonly (Datum | null)[];
  }[];
}

export interface TableBlock {
  readonly kind: 'table';
  readonly title: string;
  readonly unit: string;
  /** `figures` are set to the right. */
  readonly columns: readonly { readonly label: string; readonly holds: 'words' | 'figures' }[];
  readonly rows: readonly (readonly (string | Datum)[])[];
}

export interface WordsBlock {
  readonly kind: 'words';
  readonly title: string;
  readonly lines: readonly string[];
  /** The reader writes these lines: decisions asked for. */
  readonly isEditable?: boolean;
}

/** The slides that are shown, in their order. */
export const shownSlides = ({ slides }: Deck): readonly Slide[] => slides.filter(({ isHidden }) => !isHidden);
