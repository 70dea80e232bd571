/** The messages of an mbox file (RFC 4155 and its dialects): parted at "From " lines, ">From " set right. */

const LINE_FEED = 0x0a;
const FROM = [0x46, 0x72, 0x6f, 0x6d, 0x20];

/** A "From " line counts at the beginning and after a blank line, if it ends like a date or a time zone. */
export function messagesOf(bytes: Uint8Array): Uint8Array[] {
  const starts: number[] = [];
  for (let at = 0; at >= 0 && at < bytes.length; at = next(bytes, at)) {
    if (startsWith(bytes, at, FROM) && isBlankBefore(bytes, at) && endsInYear(bytes, at)) starts.push(at);
  }
  return starts
    .map((start, i) => {
      const body = next(bytes, start);
      return body < 0 ? new Uint8Array() : unquoted(bytes.subarray(body, starts[i + 1] ?? bytes.length));
    })
    .filter((message) => message.length > 0);
}

/** The beginning of the next line, or -1. */
function next(bytes: Uint8Array, at: number): number {
  const end = bytes.indexOf(LINE_FEED, at);
  return end < 0 ? -1 : end + 1;
}

function startsWith(bytes: Uint8Array, at: number, what: readonly number[]): boolean {
  return what.every((byte, i) => bytes[at + i] === byte);
}

function isBlankBefore(bytes: Uint8Array, at: number): boolean {
  if (at === 0) return true;
  const before = bytes[at - 2] === 0x0d ? at - 3 : at - 2;
  return before < 0 || bytes[before] === LINE_FEED;
}

function endsInYear(bytes: Uint8Array, at: number): boolean {
  const end = next(bytes, at);
  const line = String.fromCharCode(...bytes.subarray(at, Math.min(end < 0 ? bytes.length : end, at + 300)));
  return /\d{4}(?:\s+[+-]\d{4})?\s*$|\d:\d\d(?::\d\d)?\s+[A-Z]{1,5}\s+\d{4}\s*$/.test(line);
}

/** One ">" less before "From " at the beginning of lines. */
function unquoted(message: Uint8Array): Uint8Array {
  const dropped: number[] = [];
  for (let at = 0; at >= 0 && at < message.length; at = next(message, at)) {
    let from = at;
    while (message[from] === 0x3e) from++;
    if (from > at && startsWith(message, from, FROM)) dropped.push(at);
  }
  if (dropped.length === 0) return message;
  const result = new Uint8Array(message.length - dropped.length);
  let read = 0;
  let written = 0;
  for (const at of [...dropped, message.length]) {
    result.set(message.subarray(read, at), written);
    written += at - read;
    read = at + 1;
  }
  return result;
}
