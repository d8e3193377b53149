// Bytes as text, two a character: the page is written in UTF-16, whose byte order mark no server can contradict. A
// twentieth larger than the bytes, where base64 is a third. xtask/src/standalone.rs writes it.

/** What comes after it stands for a character that a page can't hold as it is. */
const ESCAPE = 0x3000;
/** Half characters stand this much lower, the others this much higher. */
const LOWER = 0xc800;
const HIGHER = 0x2000;

/** The bytes of such a text, of which there are `size`. */
export function bytesOf(text: string, size: number): Uint8Array {
  const bytes = new Uint8Array(size + 1);
  let done = 0;
  for (let at = 0; at < text.length; at += 1) {
    let unit = text.charCodeAt(at);
    if (unit === ESCAPE) {
      at += 1;
      const written = text.charCodeAt(at);
      unit = written < HIGHER ? written + LOWER : written - HIGHER;
    }
    bytes[done] = unit & 0xff;
    bytes[done + 1] = unit >> 8;
    done += 2;
  }
  return bytes.subarray(0, size);
}
