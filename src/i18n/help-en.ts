/** Owns the guide in English; names of buttons are the page's own. */
import { en as on } from './en.ts';
import type { Guide } from './help.ts';
import { paperTexts } from './paper.ts';

export const guideEn: Guide = {
  title: 'Guide: ten minutes',
  intro: [
    'Phungpao reads a province’s Logbook file and shows on a map which households have been helped and where others still wait. All of it happens on this computer: no file and no figure is sent anywhere.',
    'Opened for the first time it shows made-up sample data. Try everything; nothing can be broken.',
  ],
  sections: [
    {
      id: 'load',
      title: 'Load a file (2 minutes)',
      picture: 'The first view: province, as-of date and the button that opens files stand at the top',
      steps: [
        `Press “${on.top.openFile}” and choose a file, or drop it on the page. Excel, CSV and ZIP work as they are, with any header row. Several files can be chosen at once.`,
        `What the file does not say, such as its as-of date, is asked, with an answer proposed. Check it and press “${on.import.ask.submit}”.`,
        'Further rounds can be added at any time and are chosen by their date at the top. A file of the same date takes the place of the earlier one.',
        `No file yet? “${on.mending.template.open}” saves one to fill in.`,
        `Closing the tab leaves nothing of the file behind. Open the file again next time, or press “${on.settings.title}” at the foot of the page and choose “${on.remembering.remember}” under a passphrase.`,
      ],
    },
    {
      id: 'check',
      title: 'Check that all was read (2 minutes)',
      picture: 'The receipt: rows read, kept, quarantined and set aside',
      steps: [
        `“${on.top.receipt}” tells how many rows were read, kept, quarantined and set aside. The last three always add up to the first.`,
        `Quarantined rows are in no figure. Save them, mend them, and open the mended file by “${on.top.openFile}”: the mended rows take their place.`,
        `If a header or a word was read wrongly, press “${on.mapping.open}” and choose what it means. This computer remembers it for the next file.`,
        'What is unknown is shown as unknown, never guessed as helped or waiting. Households whose area is not known stay in every total.',
      ],
    },
    {
      id: 'explore',
      title: 'Find where (3 minutes)',
      picture: 'The map of tambon after going into an amphoe, with their ranking beside',
      steps: [
        'Read the sentence over the map first: it always says what is shown, of whom and where.',
        'Click an amphoe on the map or in the ranking to see its tambon. The names over the map lead back.',
        'Click a dimension or a class in the tables below to see only that; click again, or clear the filters, to see all.',
        `“${on.analysis.tab}” finds areas of high need and little help, concentrations, overlapping dimensions, and plans the work.`,
        `To ask where a figure comes from, press “${on.explaining.open}” and then the figure: it tells how it was counted, and of which households.`,
      ],
    },
    {
      id: 'follow',
      title: 'Follow the work (1 minute)',
      picture: 'A tool that follows: the pace of help against the deadline',
      steps: [
        `“${on.progress.tab}” tells who was helped since the round before, who is new, and whether all will be helped in time.`,
        'An amphoe that did not report in a round stands apart; it is never counted as zero.',
        `The deadline and the reporting day can be changed in “${on.settings.title}” at the foot of the page.`,
      ],
    },
    {
      id: 'brief',
      title: 'Present and print (2 minutes)',
      picture: 'The dialog that prints: what, which way the paper lies, and in which ink',
      steps: [
        `“${on.presenting.open}” makes slides of what is being looked at. Their titles are sentences made of the figures; they can be edited, ordered and hidden.`,
        'When somebody asks about an amphoe while you present, click it on the map.',
        `The menu that saves has PowerPoint, Excel, pictures, a text for LINE, and “${paperTexts.en.title}”. Figures in files are those on the screen.`,
        `Print the whole briefing or the book of amphoe. For a printer without colour choose “${paperTexts.en.inks.mono}”.`,
        `In Thai, Thai digits can be chosen in “${on.settings.title}” at the foot of the page.`,
      ],
    },
    {
      id: 'meeting',
      title: 'Before it goes on the wall',
      picture: null,
      steps: [
        'Presenting always starts in meeting mode: no names, codes, house numbers, household lists or file names on the screen, and small numbers are shown as “fewer than 10”.',
        'In meeting mode figures are rounded, so sums may differ. Those of the whole province stay exact.',
        'Household lists can be seen only after leaving it, and hide house codes and house numbers until told otherwise.',
      ],
    },
    {
      id: 'trouble',
      title: 'If something is wrong',
      picture: null,
      steps: [
        `The map is empty or slow: in “${on.settings.title}” at the foot of the page choose “${on.settings.renderers.svg}”.`,
        'A file does not open: read what the page says. Most are mended by opening them in Excel and saving as .xlsx. What was open before is still there.',
        `The page misbehaves: “${on.diagnostics.title}” at the foot of the page can be copied and sent to whoever looks after it. It holds nothing of any household.`,
        'The address can be sent to a colleague. It tells the view only, nothing of the file; they open the same file themselves.',
      ],
    },
  ],
  keys: {
    title: 'Keys',
    key: 'Key',
    does: 'What it does',
    rows: [
      { keys: '/', does: 'Search for a place' },
      { keys: '← → ↑ ↓', does: 'On the map: to the area beside' },
      { keys: 'Enter', does: 'On the map: into the area' },
      { keys: 'Space', does: 'On the map: pick the area' },
      { keys: 'Esc', does: 'One level up, or close what is open' },
      { keys: '?', does: 'Explain figures' },
      { keys: 'M', does: 'Meeting mode' },
      { keys: '→ PgDn', does: 'Presenting: next slide' },
      { keys: '← PgUp', does: 'Presenting: slide before' },
      { keys: 'Home End', does: 'Presenting: first and last slide' },
      { keys: '1 2 3 … Enter', does: 'Presenting: to that slide' },
      { keys: 'B', does: 'Presenting: black, and back' },
      { keys: 'O', does: 'Presenting: all slides' },
      { keys: 'P', does: 'Presenting: the presenter’s window' },
      { keys: 'F', does: 'Presenting: full screen' },
    ],
  },
  close: on.import.close,
};
