/** Owns the sealing of bytes under a passphrase: parts that can't be read, changed, put in another order or left out unnoticed. */
import { AppError } from '../model/error.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What stands in the clear beside sealed parts: nothing of what they hold. All of it is vouched for by `key`. */
export interface Head {
  /** Names the save; every one has its own, and a data key of its own. */
  readonly id: string;
  /** Of what is sealed, so that what can't be read any more is known without opening it. */
  readonly form: string;
  /** ISO instant. */
  readonly savedAt: string;
  readonly parts: number;
  readonly rounds: number;
  readonly salt: Bytes;
  /** The data key, wrapped by the passphrase's. */
  readonly key: Bytes;
}

/** Made of a passphrase. It can be used and not be read; the passphrase itself is kept nowhere. */
export interface PassKey {
  readonly key: CryptoKey;
  readonly salt: Bytes;
  readonly rounds: number;
}

/** Of PBKDF2-SHA-256; a head that claims far more is no head of ours, and would hold the page up. */
export const leastRounds = 600_000;
const mostRounds = 10_000_000;
/** Signs of a passphrase. */
export const shortest = 10;

const ivBytes = 12;
const saltBytes = 16;
const random = (bytes: number): Bytes => crypto.getRandomValues(new Uint8Array(bytes));
const encoder = new TextEncoder();
const hex = (bytes: Bytes): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** What a browser's own cryptography can't do, or, on a page without https, will not. */
async function sealing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new AppError('vault_unavailable', {}, cause);
  }
}

/**
 * Takes a part of a second, by intent. What is typed differently and looks alike is one passphrase.
 * Throws `vault_unavailable` where the browser seals nothing.
 */
export async function passKeyOf(passphrase: string, salt = random(saltBytes), rounds = leastRounds): Promise<PassKey> {
  return await sealing(async () => {
    const typed = encoder.encode(passphrase.normalize('NFKC'));
    const raw = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
    const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
    const aes = { name: 'AES-GCM', length: 256 };
    const key = await crypto.subtle.deriveKey(derivation, raw, aes, false, ['wrapKey', 'unwrapKey']);
    return { key, salt, rounds };
  });
}

const vouchedHead = ({ id, form, savedAt, parts, rounds, salt }: Omit<Head, 'key'>): Bytes =>
  encoder.encode(JSON.stringify(['phungpao', id, form, savedAt, parts, rounds, hex(salt)]));
const vouchedPart = (id: string, index: number): Bytes => encoder.encode(JSON.stringify(['phungpao', id, index]));

/** Seals the parts of one save, in their order, under a data key that is used for nothing else. */
export class Sealer {
  readonly id: string = crypto.randomUUID();
  readonly #key: Promise<CryptoKey>;
  #parts = 0;

  constructor() {
    // It leaves the browser's keeping once, wrapped.
    this.#key = sealing(() => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt']));
    // Told to who seals with it; a save may end before that.
    this.#key.catch(() => undefined);
  }

  /** The bytes of the next part, its fresh IV before it. */
  async seal(bytes: Uint8Array): Promise<Bytes> {
    const iv = random(ivBytes);
    const additionalData = vouchedPart(this.id, this.#parts++);
    const key = await this.#key;
    const sealed = await sealing(() =>
      crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, bytes as BufferSource),
    );
    return joined(iv, new Uint8Array(sealed));
  }

  /** The head of all parts sealed until now. */
  async close({ key, salt, rounds }: PassKey, form: string, savedAt: string): Promise<Head> {
    const head = { id: this.id, form, savedAt, parts: this.#parts, rounds, salt };
    const iv = random(ivBytes);
    const algorithm = { name: 'AES-GCM', iv, additionalData: vouchedHead(head) };
    const own = await this.#key;
    const wrapped = await sealing(() => crypto.subtle.wrapKey('raw', own, key, algorithm));
    return { ...head, key: joined(iv, new Uint8Array(wrapped)) };
  }
}

/** Opens the parts of a save. */
export type Opener = (index: number, sealed: Uint8Array) => Promise<Bytes>;

/** Throws `vault_passphrase` where the passphrase, or the head, is another one. The opener throws `vault_damaged`. */
export async function openerOf(head: Head, { key }: Pick<PassKey, 'key'>): Promise<Opener> {
  const additionalData = vouchedHead(head);
  const data = await crypto.subtle
    .unwrapKey(
      'raw',
      head.key.slice(ivBytes),
      key,
      { name: 'AES-GCM', iv: head.key.slice(0, ivBytes), additionalData },
      { name: 'AES-GCM' },
      false,
      ['decrypt'],
    )
    .catch((cause: unknown) => {
      throw new AppError('vault_passphrase', {}, cause);
    });
  return async (index, sealed) => {
    const algorithm = {
      name: 'AES-GCM',
      iv: sealed.slice(0, ivBytes),
      additionalData: vouchedPart(head.id, index),
    };
    try {
      if (index >= head.parts) throw new RangeError('no such part');
      return new Uint8Array(await crypto.subtle.decrypt(algorithm, data, sealed.slice(ivBytes)));
    } catch (cause) {
      throw new AppError('vault_damaged', {}, cause);
    }
  };
}

/** Anyone may have written there, so only what could be a head is taken for one. */
export function isHead(thing: unknown): thing is Head {
  if (typeof thing !== 'object' || thing === null) return false;
  const { id, form, savedAt, parts, rounds, salt, key } = thing as Record<string, unknown>;
  const isWhole = (number: unknown, least: number, most: number): boolean =>
    Number.isInteger(number) && (number as number) >= least && (number as number) <= most;
  return (
    [id, form].every((text) => typeof text === 'string' && text.length <= 64) &&
    typeof savedAt === 'string' &&
    !Number.isNaN(Date.parse(savedAt)) &&
    isWhole(parts, 1, 1_000_000) &&
    isWhole(rounds, leastRounds, mostRounds) &&
    salt instanceof Uint8Array &&
    salt.length === saltBytes &&
    key instanceof Uint8Array &&
    key.length > ivBytes
  );
}

function joined(iv: Bytes, sealed: Bytes): Bytes {
  const all = new Uint8Array(iv.length + sealed.length);
  all.set(iv);
  all.set(sealed, iv.length);
  return all;
}
