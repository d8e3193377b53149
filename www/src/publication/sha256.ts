// SHA-256 of a text: the browser's own (`crypto.subtle`), and where that is not there, on pages without https such as
// an intranet's, ours (FIPS 180-4). A publication is a few tens of kilobytes.

/** The first bits of the roots of the first primes: of `root` 2 for the state, 3 for the rounds. */
function constants(count: number, root: 2 | 3): Uint32Array {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate += 1) {
    let prime = true;
    for (let factor = 2; factor * factor <= candidate; factor += 1)
      if (candidate % factor === 0) prime = false;
    if (prime) found.push(candidate);
  }
  const fraction = (prime: number) => (root === 2 ? Math.sqrt(prime) : Math.cbrt(prime)) % 1;
  return Uint32Array.from(found, (prime) => Math.floor(fraction(prime) * 2 ** 32));
}

const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by));

/** In hexadecimal. */
export async function sha256(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  // Not there where the page is not secure, whatever its type says.
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  return subtle
    ? hexadecimal([...new Uint8Array(await subtle.digest("SHA-256", bytes))], 2)
    : ownSha256(bytes);
}

function hexadecimal(numbers: number[], digits: number): string {
  return numbers.map((number) => number.toString(16).padStart(digits, "0")).join("");
}

/** The same without the browser's help. */
export function ownSha256(bytes: Uint8Array): string {
  const blocks = (bytes.length + 72) >> 6;
  const padded = new Uint8Array(blocks * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(padded.length - 4, bytes.length << 3);
  const state = constants(8, 2);
  const rounds = constants(64, 3);
  const words = new Uint32Array(64);
  for (let block = 0; block < blocks; block += 1) {
    for (let at = 0; at < 16; at += 1) words[at] = view.getUint32(block * 64 + at * 4);
    mix(state, words, rounds);
  }
  return hexadecimal([...state], 8);
}

function mix(state: Uint32Array, words: Uint32Array, rounds: Uint32Array): void {
  const word = (at: number) => words[at] ?? 0;
  for (let at = 16; at < 64; at += 1) {
    const [early, late] = [word(at - 15), word(at - 2)];
    const low = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const high = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    words[at] = word(at - 16) + low + word(at - 7) + high;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let at = 0; at < 64; at += 1) {
    const high = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const one = (h + high + ((e & f) ^ (~e & g)) + (rounds[at] ?? 0) + word(at)) | 0;
    const low = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const two = (low + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  for (const [at, part] of [a, b, c, d, e, f, g, h].entries()) state[at] = (state[at] ?? 0) + part;
}
