// A ZIP file of a few texts: no more of the format than office programs need. The same texts give the same bytes.
import { crc32 } from "./crc";

/** 1 January 1980: the first day that the format knows. No file tells when it was made. */
const DAY = 0x21;
const STORED = 0;
const DEFLATED = 8;
/** Names are UTF-8. */
const UTF_8 = 0x0800;
/** The version of the format that can deflate. */
const VERSION = 20;

interface Entry {
  name: Uint8Array;
  method: number;
  crc: number;
  size: number;
  packed: Uint8Array;
}

export async function zip(files: [name: string, text: string][], type: string): Promise<Blob> {
  const entries = await Promise.all(files.map(([name, text]) => entryOf(name, text)));
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const entry of entries) {
    const local = numbers([4, 0x04034b50], ...about(entry), [2, entry.name.length], [2, 0]);
    parts.push(local, entry.name, entry.packed);
    // Signature and version here; then as in front of the file; then comment, disk, attributes and place.
    const central = numbers([4, 0x02014b50], [2, VERSION], ...about(entry), [2, entry.name.length], [2, 0]);
    directory.push(central, numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, at]), entry.name);
    at += local.length + entry.name.length + entry.packed.length;
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0);
  const count = entries.length;
  const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, length], [4, at], [2, 0]);
  return new Blob([...parts, ...directory, end] as BlobPart[], { type });
}

function about({ method, crc, packed, size }: Entry): [number, number][] {
  return [
    [2, VERSION],
    [2, UTF_8],
    [2, method],
    [2, 0],
    [2, DAY],
    [4, crc],
    [4, packed.length],
    [4, size],
  ];
}

async function entryOf(name: string, text: string): Promise<Entry> {
  const [head, bytes] = [name, text].map((words) => new TextEncoder().encode(words)) as [
    Uint8Array<ArrayBuffer>,
    Uint8Array<ArrayBuffer>,
  ];
  const deflated = await deflate(bytes);
  const method = deflated ? DEFLATED : STORED;
  return { name: head, method, crc: crc32(bytes), size: bytes.length, packed: deflated ?? bytes };
}

/** Nothing in a browser that can't: the text is then stored as it is. */
async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array | null> {
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    return null;
  }
}

/** Numbers of so many bytes, the lowest byte first. */
function numbers(...all: [bytes: number, value: number][]): Uint8Array {
  return Uint8Array.from(
    all.flatMap(([bytes, value]) => Array.from({ length: bytes }, (_, at) => (value >>> (8 * at)) & 255)),
  );
}
