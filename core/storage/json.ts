/** JSON as read from a file that anybody may have made. */
import type { Failed } from './messages.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const MAY_NAME_PROTO = /__proto__|\\u005f/i;

/**
 * The value of a JSON text, or undefined where it isn't JSON (which no JSON text means). Members named
 * `__proto__` are left out at every depth, so that no copy made of the value can change a prototype.
 */
export function parseJson(text: string): Json | undefined {
  try {
    return (
      MAY_NAME_PROTO.test(text)
        ? JSON.parse(text, function (this: object, key: string, value: unknown) {
            return key === '__proto__' ? undefined : value;
          })
        : JSON.parse(text)
    ) as Json;
  } catch {
    return undefined;
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** As {@link parseJson}, from UTF-8 bytes; undefined for bytes that aren't UTF-8 as well. */
export function parseJsonBytes(bytes: Uint8Array): Json | undefined {
  try {
    return parseJson(decoder.decode(bytes));
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a step that may fail gives back. */
export type Result<T> = { readonly ok: true; readonly value: T } | Failed;
