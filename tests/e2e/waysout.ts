/** Owns the ways by which something could leave the page, its workers or its database: what is tried, and what holds it. */

interface Way {
  readonly id: string;
  /** Directive of the policy, or what else stands in the way; null where nothing does, which SECURITY.md says. */
  readonly heldBy: string | null;
}
/** Something put into the page; `$` in an attribute is the address called. */
interface ElementWay extends Way {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
}
/** Something called, in the page or in a worker; told the address. */
interface CodeWay extends Way {
  readonly run: (url: string) => unknown;
}
/** Something asked of the database; `$` is the address called. */
interface SqlWay extends Way {
  readonly sql: string;
}

const link = (id: string, heldBy: string, attributes: Readonly<Record<string, string>>): ElementWay => ({
  id,
  heldBy,
  tag: 'link',
  attributes: { href: '$', ...attributes },
});

export const byElement: readonly ElementWay[] = [
  { id: 'img', heldBy: 'img-src', tag: 'img', attributes: { src: '$' } },
  { id: 'img-srcset', heldBy: 'img-src', tag: 'img', attributes: { srcset: '$ 1x' } },
  { id: 'video', heldBy: 'default-src', tag: 'video', attributes: { src: '$', preload: 'auto' } },
  { id: 'video-poster', heldBy: 'img-src', tag: 'video', attributes: { poster: '$' } },
  { id: 'audio', heldBy: 'default-src', tag: 'audio', attributes: { src: '$', preload: 'auto' } },
  { id: 'input-image', heldBy: 'img-src', tag: 'input', attributes: { type: 'image', src: '$' } },
  { id: 'iframe', heldBy: 'default-src', tag: 'iframe', attributes: { src: '$' } },
  { id: 'object', heldBy: 'default-src', tag: 'object', attributes: { data: '$', type: 'text/html' } },
  { id: 'embed', heldBy: 'default-src', tag: 'embed', attributes: { src: '$', type: 'text/html' } },
  { id: 'style-attribute', heldBy: 'style-src', tag: 'p', attributes: { style: 'background: url("$")' } },
  link('stylesheet', 'style-src', { rel: 'stylesheet' }),
  link('icon', 'img-src', { rel: 'icon' }),
  link('manifest', 'manifest-src', { rel: 'manifest' }),
  link('preload-image', 'img-src', { rel: 'preload', as: 'image' }),
  link('preload-font', 'font-src', { rel: 'preload', as: 'font', crossorigin: '' }),
  link('preload-fetch', 'connect-src', { rel: 'preload', as: 'fetch', crossorigin: '' }),
  link('modulepreload', 'script-src', { rel: 'modulepreload' }),
  link('prefetch', 'default-src', { rel: 'prefetch' }),
];

export const byCode: readonly CodeWay[] = [
  { id: 'fetch', heldBy: 'connect-src', run: (url) => fetch(url) },
  {
    id: 'fetch-no-cors',
    heldBy: 'connect-src',
    run: (url) => fetch(url, { method: 'POST', mode: 'no-cors', keepalive: true, body: 'x' }),
  },
  {
    id: 'xhr',
    heldBy: 'connect-src',
    run: (url) => {
      const request = new XMLHttpRequest();
      request.open('POST', url);
      request.send('x');
    },
  },
  { id: 'websocket', heldBy: 'connect-src', run: (url) => void new WebSocket(url.replace('http', 'ws')) },
  { id: 'eventsource', heldBy: 'connect-src', run: (url) => void new EventSource(url) },
  { id: 'import', heldBy: 'script-src', run: (url) => import(url) },
  { id: 'worker', heldBy: 'worker-src', run: (url) => void new Worker(url) },
  {
    id: 'worker-of-blob',
    heldBy: 'worker-src, or the policy that a blob takes over',
    run: (url) =>
      void new Worker(URL.createObjectURL(new Blob([`fetch('${url}')`], { type: 'text/javascript' })), {
        type: 'module',
      }),
  },
  {
    id: 'worker-of-own-file',
    heldBy: 'worker-src, or the header of the file',
    run: (url) => void new Worker(`${location.origin}/stray.js?${url}`),
  },
];

export const inPage: readonly CodeWay[] = [
  { id: 'beacon', heldBy: 'connect-src', run: (url) => navigator.sendBeacon(url, 'x') },
  { id: 'image-object', heldBy: 'img-src', run: (url) => void (new Image().src = url) },
  { id: 'font', heldBy: 'font-src', run: (url) => new FontFace('x', `url(${url})`).load() },
  {
    id: 'css-property',
    heldBy: 'img-src',
    run: (url) => document.body.style.setProperty('background-image', `url(${url})`),
  },
  {
    id: 'css-sheet',
    heldBy: 'img-src, font-src',
    run: (url) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`@font-face { font-family: way; src: url(${url}) } body { list-style: url(${url}); font-family: way }
        body::after { content: url(${url}) }`);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    },
  },
  {
    id: 'svg-image',
    heldBy: 'img-src',
    run: (url) => {
      const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      for (const tag of ['image', 'use', 'feImage']) {
        const part = document.createElementNS('http://www.w3.org/2000/svg', tag);
        part.setAttribute('href', `${url}#a`);
        picture.append(part);
      }
      document.body.append(picture);
    },
  },
  {
    id: 'ping',
    heldBy: 'connect-src',
    run: (url) => {
      const anchor = Object.assign(document.createElement('a'), { href: '#way', ping: url });
      document.body.append(anchor);
      anchor.click();
    },
  },
  {
    id: 'script',
    heldBy: 'Trusted Types, script-src',
    run: (url) => {
      const script = document.createElement('script');
      script.src = url;
      document.body.append(script);
    },
  },
  {
    id: 'inline-script',
    heldBy: 'Trusted Types, script-src',
    run: (url) => {
      const script = document.createElement('script');
      script.text = `fetch('${url}')`;
      document.body.append(script);
    },
  },
  {
    id: 'speculation',
    heldBy: 'Trusted Types, script-src',
    run: (url) => {
      const rules = Object.assign(document.createElement('script'), { type: 'speculationrules' });
      rules.textContent = JSON.stringify({ prefetch: [{ urls: [url], eagerness: 'immediate' }] });
      document.body.append(rules);
    },
  },
  {
    id: 'markup',
    heldBy: 'Trusted Types',
    run: (url) => document.body.insertAdjacentHTML('beforeend', `<img src="${url}">`),
  },
  { id: 'shared-worker', heldBy: 'worker-src', run: (url) => void new SharedWorker(url) },
  { id: 'service-worker', heldBy: 'worker-src', run: (url) => navigator.serviceWorker.register(url) },
  {
    id: 'text-to-code',
    heldBy: 'Trusted Types, script-src',
    run: (url) => void setTimeout(`fetch('${url}')`),
  },
];

/** Only a worker has it. */
export const inWorker: readonly CodeWay[] = [
  { id: 'import-scripts', heldBy: 'modules have none', run: (url) => importScripts(url) },
];

/** What leads the reader or the machine elsewhere, each tried on a page of its own. */
export const leading: readonly CodeWay[] = [
  {
    id: 'form',
    heldBy: 'form-action',
    run: (url) => {
      const form = Object.assign(document.createElement('form'), { action: url, method: 'post' });
      document.body.append(form);
      form.submit();
    },
  },
  { id: 'navigation', heldBy: null, run: (url) => void location.assign(url) },
  {
    id: 'link',
    heldBy: null,
    run: (url) => {
      const anchor = Object.assign(document.createElement('a'), { href: url });
      document.body.append(anchor);
      anchor.click();
    },
  },
  {
    id: 'refresh',
    heldBy: null,
    run: (url) => {
      const meta = Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: `0; url=${url}` });
      document.head.append(meta);
    },
  },
  { id: 'popup', heldBy: null, run: (url) => void open(url) },
  {
    id: 'datagram',
    heldBy: null,
    run: async (url) => {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:${new URL(url).host}` }] });
      peer.createDataChannel('way');
      await peer.setLocalDescription(await peer.createOffer());
    },
  },
];

const sql = (id: string, text: string): SqlWay => ({ id: `sql-${id}`, sql: text, heldBy: 'the lock, connect-src' });

export const bySql: readonly SqlWay[] = [
  sql('read-csv', "select * from read_csv('$')"),
  sql('read-csv-auto', "select * from read_csv_auto('$.csv')"),
  sql('sniff-csv', "select * from sniff_csv('$')"),
  sql('read-text', "select * from read_text('$')"),
  sql('read-blob', "select * from read_blob('$')"),
  sql('read-parquet', "select * from read_parquet('$')"),
  sql('read-json', "select * from read_json('$')"),
  sql('glob', "select * from glob('$*')"),
  sql('from', "from '$x.csv'"),
  sql('from-parquet', "from '$x.parquet'"),
  sql('from-s3', "from 's3://way/x.csv'"),
  sql('attach', "attach '$' as way"),
  sql('attach-sqlite', "attach '$' as way (type sqlite)"),
  sql('copy-to', "copy (select 1) to '$' (format csv)"),
  sql('copy-from', "create table way_in (a text); copy way_in from '$'"),
  sql('export', "export database '$'"),
  sql('import', "import database '$'"),
  sql('install', "install httpfs from '$'"),
  sql('load', "load '$x.duckdb_extension.wasm'"),
  sql('repository', "set custom_extension_repository = '$'; install json"),
  sql('unlock', "set enable_external_access = true; from read_csv('$')"),
  sql('reset', "reset lock_configuration; reset enable_external_access; from read_csv('$')"),
  sql('log', "set profiling_output = '$'; pragma enable_profiling"),
  sql('temp', "set temp_directory = '$'"),
];
