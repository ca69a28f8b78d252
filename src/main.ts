/** Owns the start: what the page brings along is fetched, the page is mounted, and the engine starts beside it. */
import '@fontsource/sarabun/thai-400.css';
import '@fontsource/sarabun/thai-600.css';
import '@fontsource/sarabun/thai-700.css';
import '@fontsource/sarabun/latin-400.css';
import '@fontsource/sarabun/latin-600.css';
import '@fontsource/sarabun/latin-700.css';
import './app.css';
import './forced.css';
import { mount, unmount } from 'svelte';
import App from './App.svelte';
import Unstarted from './Unstarted.svelte';
import { loadGazetteer } from './areas/gazetteer.ts';
import { textsOf } from './i18n/texts.ts';
import { AppError } from './model/error.ts';
import { entering, leaving } from './state/country.ts';
import { Dashboard } from './state/dashboard.svelte.ts';
import { hearFaults } from './state/journal.ts';
import { fetchJson, fetchSample } from './state/sample.ts';
import { turnKey, type Turn } from './state/served.svelte.ts';
import { Session } from './state/session.svelte.ts';
import { ViewState } from './state/view.svelte.ts';
import { trustOwnScripts } from './workers/trusted.ts';

async function start(target: HTMLElement): Promise<void> {
  const view = new ViewState();
  try {
    const [gazetteer, { files, fault }] = await Promise.all([loadGazetteer(fetchJson), fetchSample()]);
    /** A page for each session: nothing that one held is left in the next. */
    const show = (served: Parameters<Turn>[0]): (() => void) => {
      const session = new Session(gazetteer, files, () => view.current.meeting, served);
      if (fault && !served) session.tell(fault);
      const context = new Map([[turnKey, turn]]);
      const app = mount(App, { target, context, props: { dashboard: new Dashboard(view, session) } });
      return () => {
        void unmount(app);
        session.close();
      };
    };
    const turn: Turn = (served) => {
      leave();
      view.go(served ? entering(view.current, served.entries) : leaving, { replace: true });
      leave = show(served);
    };
    target.replaceChildren();
    let leave = show(null);
  } catch (fault) {
    document.documentElement.removeAttribute('data-busy');
    target.replaceChildren();
    const { language } = view.current;
    if (!(fault instanceof AppError)) reportError(fault);
    mount(Unstarted, { target, props: { fault, texts: textsOf(language), onretry: () => void start(target) } });
  }
}

hearFaults();
trustOwnScripts();
// The map's code is the largest part of the first picture: it comes while the rest is fetched.
void import('./map/MapCanvas.svelte');
const target = document.getElementById('app');
// `start.js` has told why the page can't begin here: half a page would cover that.
if (target && !document.documentElement.hasAttribute('data-ended')) void start(target);
