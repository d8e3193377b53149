// Unpacks LZMA (version 1, without header or end mark), as the build packs the page that is one file: a fifth smaller
// than what browsers unpack themselves. After the LZMA specification in the LZMA SDK (public domain).

/** What the packer was set to. */
export interface Settings {
  /** Bits of the byte before, and of the place, by which a byte is expected; and of the place for what comes next. */
  lc: number;
  lp: number;
  pb: number;
}

const PROBABILITIES = 11;
const EVEN = 1 << (PROBABILITIES - 1);
const MOVE = 5;
const TOP = 2 ** 24;
const STATES = 12;
const PLACES = 1 << 4;
/** Kinds of lengths by which a distance is expected. */
const LENGTH_KINDS = 4;
const SLOT_BITS = 6;
const ALIGN_BITS = 4;
const FIRST_DIRECT_SLOT = 14;
const SHORTEST = 2;

const fresh = (count: number) => new Uint16Array(count).fill(EVEN);

/** Reads bits that were written in fractions, each by how likely it was. */
class Bits {
  private range = 0xffffffff;
  private code = 0;
  private at = 1;

  constructor(private readonly packed: Uint8Array) {
    for (let byte = 0; byte < 4; byte += 1) this.code = ((this.code << 8) | this.next()) >>> 0;
  }

  private next(): number {
    const byte = this.packed[this.at] ?? 0;
    this.at += 1;
    return byte;
  }

  private fill(): void {
    if (this.range >= TOP) return;
    this.range = (this.range << 8) >>> 0;
    this.code = ((this.code << 8) | this.next()) >>> 0;
  }

  /** One bit, expected as `odds` says at `place`. */
  bit(odds: Uint16Array, place: number): number {
    const expected = odds[place] as number;
    const bound = (this.range >>> PROBABILITIES) * expected;
    let bit = 0;
    if (this.code < bound) {
      this.range = bound;
      odds[place] = expected + (((1 << PROBABILITIES) - expected) >> MOVE);
    } else {
      this.range -= bound;
      this.code -= bound;
      odds[place] = expected - (expected >> MOVE);
      bit = 1;
    }
    this.fill();
    return bit;
  }

  /** Bits that are all as likely. */
  direct(count: number): number {
    let value = 0;
    for (let left = count; left > 0; left -= 1) {
      this.range >>>= 1;
      const bit = this.code >= this.range ? 1 : 0;
      if (bit) this.code -= this.range;
      value = value * 2 + bit;
      this.fill();
    }
    return value;
  }

  /** A number of so many bits, the highest first. */
  tree(odds: Uint16Array, bits: number, from = 0): number {
    let place = 1;
    for (let left = bits; left > 0; left -= 1) place = place * 2 + this.bit(odds, from + place);
    return place - (1 << bits);
  }

  /** The same, the lowest first. */
  reverse(odds: Uint16Array, bits: number, from = 0): number {
    let place = 1;
    let value = 0;
    for (let done = 0; done < bits; done += 1) {
      const bit = this.bit(odds, from + place);
      place = place * 2 + bit;
      value |= bit << done;
    }
    return value;
  }
}

/** Reads how long a piece is that was there before. */
class Lengths {
  private readonly choice = fresh(2);
  private readonly low = fresh(PLACES << 3);
  private readonly middle = fresh(PLACES << 3);
  private readonly high = fresh(1 << 8);

  read(bits: Bits, place: number): number {
    if (!bits.bit(this.choice, 0)) return bits.tree(this.low, 3, place << 3);
    if (!bits.bit(this.choice, 1)) return 8 + bits.tree(this.middle, 3, place << 3);
    return 16 + bits.tree(this.high, 8);
  }
}

/** The bytes, of which there are `size`. */
export function unpack(packed: Uint8Array, size: number, settings: Settings): Uint8Array<ArrayBuffer> {
  return new Unpacker(packed, size, settings).all();
}

class Unpacker {
  private readonly bits: Bits;
  private readonly out: Uint8Array<ArrayBuffer>;
  private at = 0;
  /** What the last pieces were: bytes, or repeats of what was there before. */
  private state = 0;
  /** How far back the last four repeats lie. */
  private last = [0, 0, 0, 0];

  private readonly literals: Uint16Array;
  private readonly isMatch = fresh(STATES * PLACES);
  private readonly isRepeat = fresh(STATES);
  /** Whether it is not the last one, the one before that, the one before those. */
  private readonly isOlder = [fresh(STATES), fresh(STATES), fresh(STATES)] as const;
  private readonly isLong = fresh(STATES * PLACES);
  private readonly slots = fresh(LENGTH_KINDS << SLOT_BITS);
  private readonly distances = fresh(1 << 7);
  private readonly align = fresh(1 << ALIGN_BITS);
  private readonly lengths = new Lengths();
  private readonly repeated = new Lengths();

  constructor(
    packed: Uint8Array,
    size: number,
    private readonly settings: Settings,
  ) {
    this.bits = new Bits(packed);
    this.out = new Uint8Array(size);
    this.literals = fresh(0x300 << (settings.lc + settings.lp));
  }

  all(): Uint8Array<ArrayBuffer> {
    const { bits, out } = this;
    const mask = (1 << this.settings.pb) - 1;
    while (this.at < out.length) {
      const place = this.at & mask;
      if (bits.bit(this.isMatch, (this.state << 4) + place)) {
        const again = bits.bit(this.isRepeat, this.state);
        this.copy(again ? this.repeat(place) : this.match(place));
      } else {
        out[this.at] = this.literal();
        this.at += 1;
        this.state = this.state < 4 ? 0 : this.state - (this.state < 10 ? 3 : 6);
      }
    }
    return out;
  }

  private copy(length: number): void {
    const { out } = this;
    const back = (this.last[0] as number) + 1;
    const end = Math.min(this.at + length, out.length);
    let { at } = this;
    for (; at < end; at += 1) out[at] = out[at - back] as number;
    this.at = at;
  }

  private literal(): number {
    const { bits, out, at, literals } = this;
    const { lc, lp } = this.settings;
    const before = at > 0 ? (out[at - 1] as number) : 0;
    const from = 0x300 * (((at & ((1 << lp) - 1)) << lc) + (before >> (8 - lc)));
    let place = 1;
    // After a repeat the byte is not the one that would have come next.
    let next = this.state >= 7 ? (out[at - (this.last[0] as number) - 1] as number) : -1;
    while (place < 0x100 && next >= 0) {
      const expected = (next >> 7) & 1;
      next = (next << 1) & 0xff;
      const bit = bits.bit(literals, from + ((1 + expected) << 8) + place);
      place = place * 2 + bit;
      if (bit !== expected) next = -1;
    }
    while (place < 0x100) place = place * 2 + bits.bit(literals, from + place);
    return place - 0x100;
  }

  /** Something that was there before; answers how long it is. */
  private match(place: number): number {
    const length = this.lengths.read(this.bits, place);
    this.state = this.state < 7 ? 7 : 10;
    this.last.pop();
    this.last.unshift(this.distance(length));
    return length + SHORTEST;
  }

  /** The same from as far back as one of the last four times. */
  private repeat(place: number): number {
    const { bits, state } = this;
    const [first, second, third] = this.isOlder;
    if (!bits.bit(first, state)) {
      if (!bits.bit(this.isLong, (state << 4) + place)) {
        this.state = state < 7 ? 9 : 11;
        return 1;
      }
    } else {
      const which = bits.bit(second, state) ? 2 + bits.bit(third, state) : 1;
      this.last.unshift(...this.last.splice(which, 1));
    }
    const length = this.repeated.read(bits, place);
    this.state = state < 7 ? 8 : 11;
    return length + SHORTEST;
  }

  private distance(length: number): number {
    const { bits } = this;
    const slot = bits.tree(this.slots, SLOT_BITS, Math.min(length, LENGTH_KINDS - 1) << SLOT_BITS);
    if (slot < 4) return slot;
    const footer = (slot >> 1) - 1;
    const start = (2 | (slot & 1)) * 2 ** footer;
    if (slot < FIRST_DIRECT_SLOT) return start + bits.reverse(this.distances, footer, start - slot);
    const high = bits.direct(footer - ALIGN_BITS) * (1 << ALIGN_BITS);
    return start + high + bits.reverse(this.align, ALIGN_BITS);
  }
}
