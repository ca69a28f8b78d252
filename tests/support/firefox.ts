/** Owns driving the Firefox of this machine over Marionette, the protocol it speaks itself: no driver in between. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const paths = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];
const startMs = 60_000;
/** How WebDriver names an element in its answers. */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

/** Nothing goes out, nothing asks, and what a page's console says is kept. */
const settings: Readonly<Record<string, string | number | boolean>> = {
  'app.update.enabled': false,
  'app.update.disabledForTesting': true,
  'app.normandy.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'devtools.console.stdout.content': true,
  'dom.disable_open_during_load': false,
  'extensions.update.enabled': false,
  'intl.accept_languages': 'th,en',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'remote.prefs.recommended': true,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'toolkit.telemetry.enabled': false,
};

export class Firefox {
  /** As it calls itself; null where none is installed. */
  static version(): string | null {
    const binary = paths.find(existsSync);
    return binary ? spawnSync(binary, ['--version'], { encoding: 'utf8' }).stdout.trim() : null;
  }

  static async start(): Promise<Firefox> {
    const binary = paths.find(existsSync);
    if (!binary) throw new Error('no Firefox');
    const port = await freePort();
    const profile = mkdtempSync(path.join(tmpdir(), 'phungpao-firefox-'));
    const written = Object.entries({ ...settings, 'marionette.port': port });
    writeFileSync(
      path.join(profile, 'user.js'),
      written.map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`).join(''),
    );
    const child = spawn(
      binary,
      ['--marionette', '--remote-allow-system-access', '--headless', '--no-remote', '--profile', profile],
      { env: { ...process.env, TZ: 'Asia/Bangkok', MOZ_HEADLESS_WIDTH: '1366', MOZ_HEADLESS_HEIGHT: '900' } },
    );
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const close = async (): Promise<void> => {
      child.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    };
    try {
      const firefox = new Firefox(await reached(port), close);
      // The browser's own search for its maker's lists is no error of a page.
      const keep = (text: Buffer): void => {
        const errors = text.toString().match(/^console\.(?:error|assert): (?!RSLoader).*/gm);
        firefox.#printed.push(...(errors ?? []));
      };
      child.stdout.on('data', keep);
      child.stderr.on('data', keep);
      await firefox.#send('WebDriver:NewSession', { acceptInsecureCerts: false });
      return firefox;
    } catch (fault) {
      await close();
      throw fault;
    }
  }

  readonly #socket: Socket;
  readonly #close: () => Promise<void>;
  readonly #waiting = new Map<number, { resolve: (value: unknown) => void; reject: (fault: Error) => void }>();
  readonly #printed: string[] = [];
  #unread: Buffer = Buffer.alloc(0);
  #asked = 0;

  constructor(socket: Socket, close: () => Promise<void>) {
    this.#socket = socket;
    this.#close = close;
    socket.on('data', (part) => this.#read(part));
    socket.on('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('Firefox has gone'));
    });
  }

  async close(): Promise<void> {
    this.#socket.destroy();
    await this.#close();
  }

  async open(url: string): Promise<void> {
    await this.#send('WebDriver:Navigate', { url });
  }

  /** Makes what is seen of a page so large: the window's own frame is beside it. */
  async resize(width: number, height: number): Promise<void> {
    const [innerWidth, innerHeight] = await this.evaluate<[number, number]>('return [innerWidth, innerHeight]');
    const rect = (await this.#send('WebDriver:GetWindowRect', {})) as { width: number; height: number };
    const size = { width: rect.width + width - innerWidth, height: rect.height + height - innerHeight };
    await this.#send('WebDriver:SetWindowRect', size);
  }

  /** Runs a function's body in the page, past its policy. */
  async evaluate<T>(script: string, ...args: readonly unknown[]): Promise<T> {
    const answer = (await this.#send('WebDriver:ExecuteScript', { script, args })) as { value: T };
    return answer.value;
  }

  async sendKeys(selector: string, text: string): Promise<void> {
    const found = await this.#send('WebDriver:FindElement', { using: 'css selector', value: selector });
    const id = (found as { value: Record<string, string> }).value[elementKey];
    await this.#send('WebDriver:ElementSendKeys', { id, text });
  }

  async screenshot(): Promise<Buffer> {
    return this.#base64('WebDriver:TakeScreenshot', { full: false, hash: false });
  }

  /** The page as a PDF, by its own rules for paper. */
  async print(): Promise<Buffer> {
    return this.#base64('WebDriver:Print', { background: true, shrinkToFit: false });
  }

  /** What went wrong since it was last asked: errors of scripts and policies, and what pages told the console as errors. */
  async errors(origin: string): Promise<readonly string[]> {
    await this.#send('Marionette:SetContext', { value: 'chrome' });
    const told = await this.evaluate<string[]>(
      `const told = Services.console.getMessageArray()
        .filter((one) => one instanceof Ci.nsIScriptError && !(one.flags & Ci.nsIScriptError.warningFlag) && !(one.flags & 8))
        .filter((one) => [one.sourceName, one.errorMessage].some((text) => text?.includes(arguments[0])))
        .map((one) => one.category + ': ' + one.errorMessage);
      Services.console.reset();
      return told;`,
      origin,
    );
    await this.#send('Marionette:SetContext', { value: 'content' });
    return [...told, ...this.#printed.splice(0)];
  }

  async #base64(command: string, parameters: object): Promise<Buffer> {
    return Buffer.from(((await this.#send(command, parameters)) as { value: string }).value, 'base64');
  }

  #send(command: string, parameters: object): Promise<unknown> {
    const id = ++this.#asked;
    const text = JSON.stringify([0, id, command, parameters]);
    this.#socket.write(`${Buffer.byteLength(text)}:${text}`);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  /** Messages are `length:json`; the first greets and bears no number. */
  #read(part: Buffer): void {
    this.#unread = Buffer.concat([this.#unread, part]);
    for (;;) {
      const colon = this.#unread.indexOf(':');
      const end = colon + 1 + Number(this.#unread.subarray(0, Math.max(colon, 0)).toString());
      if (colon < 0 || this.#unread.length < end) return;
      const message = JSON.parse(this.#unread.subarray(colon + 1, end).toString()) as unknown;
      this.#unread = this.#unread.subarray(end);
      if (!Array.isArray(message)) continue;
      const [, id, fault, result] = message as [number, number, { error: string; message: string } | null, unknown];
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (fault) waiting?.reject(new Error(`${fault.error}: ${fault.message}`));
      else waiting?.resolve(result);
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The browser listens when it has started. */
async function reached(port: number): Promise<Socket> {
  for (const began = Date.now(); ;) {
    const socket = connect(port, '127.0.0.1');
    const isOpen = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    if (isOpen) return socket;
    if (Date.now() - began > startMs) throw new Error('Firefox did not listen in time');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
