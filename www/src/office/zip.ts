// A ZIP archive of files in memory. The browser itself compresses, where it can; without that files are stored as
// they are. No clock: the same files give the same bytes in the same browser.

/** A file of an archive: a text, or bytes. */
export interface Entry {
  path: string;
  content: string | Uint8Array;
}

/** The first day that an archive can tell: 1 January 1980. */
const DAY = 0x21;
const STORED = 0;
const DEFLATED = 8;
/** Names are UTF-8. */
const UTF8 = 0x800;
const VERSION = 20;

interface Packed {
  name: Uint8Array;
  crc: number;
  size: number;
  method: number;
  bytes: Uint8Array;
}

const encoder = new TextEncoder();

export async function zip(entries: Entry[]): Promise<Uint8Array<ArrayBuffer>> {
  const packed = await Promise.all(entries.map(pack));
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const one of packed) {
    const head = localHead(one);
    directory.push(centralHead(one, at));
    parts.push(head, one.bytes);
    at += head.length + one.bytes.length;
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0);
  return joined([...parts, ...directory, endOf(packed.length, length, at)]);
}

async function pack({ path, content }: Entry): Promise<Packed> {
  const plain = typeof content === "string" ? encoder.encode(content) : content;
  const deflated = await deflate(plain);
  const smaller = deflated !== null && deflated.length < plain.length;
  return {
    name: encoder.encode(path),
    crc: crc32(plain),
    size: plain.length,
    method: smaller ? DEFLATED : STORED,
    bytes: smaller ? deflated : plain,
  };
}

async function deflate(plain: Uint8Array): Promise<Uint8Array | null> {
  try {
    const stream = new Blob([plain as Uint8Array<ArrayBuffer>])
      .stream()
      .pipeThrough(new CompressionStream("deflate-raw"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    // A browser of before 2023.
    return null;
  }
}

/** What both heads hold: version, flags, method, time, day, checksum, sizes, length of the name, no extra field. */
function common({ name, crc, size, method, bytes }: Packed): number[] {
  return [
    ...two(VERSION),
    ...two(UTF8),
    ...two(method),
    ...two(0),
    ...two(DAY),
    ...four(crc),
    ...four(bytes.length),
    ...four(size),
    ...two(name.length),
    ...two(0),
  ];
}

function localHead(one: Packed): Uint8Array {
  return Uint8Array.from([...four(0x04034b50), ...common(one), ...one.name]);
}

function centralHead(one: Packed, at: number): Uint8Array {
  // No comment, first disk, no attributes.
  const rest = [...two(0), ...two(0), ...two(0), ...four(0), ...four(at)];
  return Uint8Array.from([...four(0x02014b50), ...two(VERSION), ...common(one), ...rest, ...one.name]);
}

function endOf(count: number, length: number, at: number): Uint8Array {
  const counts = [...two(count), ...two(count)];
  return Uint8Array.from([
    ...four(0x06054b50),
    ...two(0),
    ...two(0),
    ...counts,
    ...four(length),
    ...four(at),
    ...two(0),
  ]);
}

function two(value: number): number[] {
  return [value & 255, (value >>> 8) & 255];
}

function four(value: number): number[] {
  return [...two(value & 0xffff), ...two(value >>> 16)];
}

function joined(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, place) => {
  let value = place;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** The checksum of archives and of pictures. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
