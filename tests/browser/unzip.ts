// A ZIP archive taken apart, as its central directory tells it: for what the page gives as a file.
import { crc32, inflateRawSync } from "node:zlib";

const END = 0x06054b50;
const DEFLATED = 8;

/** Names with their content. Throws when a checksum or a size is wrong. */
export function unzip(archive: Buffer): Map<string, Buffer> {
  const end = archive.lastIndexOf(Buffer.from([END & 255, (END >> 8) & 255, (END >> 16) & 255, END >>> 24]));
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  const files = new Map<string, Buffer>();
  for (let place = 0; place < count; place++) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset));
    const name = archive.toString("utf8", at + 46, at + 46 + (nameLength ?? 0));
    files.set(name, content(archive, at, name));
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return files;
}

function content(archive: Buffer, at: number, name: string): Buffer {
  const [crc, packed, size] = [16, 20, 24].map((offset) => archive.readUInt32LE(at + offset));
  const local = archive.readUInt32LE(at + 42);
  const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const bytes = archive.subarray(from, from + (packed ?? 0));
  const plain = archive.readUInt16LE(at + 10) === DEFLATED ? inflateRawSync(bytes) : bytes;
  if (plain.length !== size || crc32(plain) !== crc) throw new Error(`${name} is damaged`);
  return plain;
}
