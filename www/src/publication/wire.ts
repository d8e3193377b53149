// A protected report as the bytes that the painter takes: the layout of `Wire` in src/report/wire.rs, for what a
// publication holds. tests/browser/wire.spec.ts holds the two in step.
import type {
  Crosstab,
  CrosstabTable,
  Distribution,
  Duration,
  Indicator,
  Report,
  Row,
  Series,
  Share,
} from "../report";

const STATUS = ["small", "hidden"];
/** In the order of their numbers. */
const KINDS = ["distribution", "series", "duration", "share", "totals", "crosstab"];
const UNITS = ["month", "quarter", "half-year", "year"];

/** What is no such value: the publication is damaged. */
class Malformed extends Error {}

const encoder = new TextEncoder();

/** Bytes in the making. */
class Bytes {
  private bytes = new Uint8Array(2 ** 14);
  private view = new DataView(this.bytes.buffer);
  private length = 0;

  all(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  byte(value: number): void {
    this.bytes[this.room(1)] = value;
  }

  flag(value: boolean | undefined): void {
    this.byte(value ? 1 : 0);
  }

  /** `u64` */
  count(value: number): void {
    if (!Number.isSafeInteger(value) || value < 0) throw new Malformed();
    const at = this.room(8);
    this.view.setUint32(at, value % 2 ** 32, true);
    this.view.setUint32(at + 4, Math.floor(value / 2 ** 32), true);
  }

  /** `i64` */
  whole(value: number): void {
    if (!Number.isSafeInteger(value)) throw new Malformed();
    const at = this.room(8);
    this.view.setBigInt64(at, BigInt(value), true);
  }

  /** `f64` */
  real(value: number): void {
    if (!Number.isFinite(value)) throw new Malformed();
    const at = this.room(8);
    this.view.setFloat64(at, value, true);
  }

  text(value: string): void {
    if (typeof value !== "string") throw new Malformed();
    const encoded = encoder.encode(value);
    this.count(encoded.length);
    const at = this.room(encoded.length);
    this.bytes.set(encoded, at);
  }

  /** Its place in a list of words. */
  word(value: string, words: string[]): void {
    const place = words.indexOf(value);
    if (place < 0) throw new Malformed();
    this.byte(place);
  }

  maybe<T>(value: T | null | undefined, put: (value: T) => void): void {
    const there = value !== null && value !== undefined;
    this.flag(there);
    if (there) put(value);
  }

  list<T>(values: readonly T[] | undefined, put: (value: T) => void): void {
    const all = values ?? [];
    if (!Array.isArray(all)) throw new Malformed();
    this.count(all.length);
    all.forEach(put);
  }

  /** Makes room for so many more, and answers where it begins. */
  private room(more: number): number {
    const at = this.length;
    this.length += more;
    if (this.length > this.bytes.length) {
      const larger = new Uint8Array(2 * this.length);
      larger.set(this.bytes);
      this.bytes = larger;
      this.view = new DataView(larger.buffer);
    }
    return at;
  }
}

/** Made once: when a publication is checked, and kept for drawing. */
const made = new WeakMap<Report, Uint8Array>();

/** The bytes; `null` when it is no report that a publication may hold. */
export function bytesOf(report: Report): Uint8Array | null {
  const known = made.get(report);
  if (known) return known;
  try {
    const bytes = putReport(new Bytes(), report).all();
    made.set(report, bytes);
    return bytes;
  } catch {
    // A value of another kind than it has to be, somewhere within: which one is of no use to a reader.
    return null;
  }
}

function putReport(to: Bytes, report: Report): Bytes {
  const { cases, protection } = report;
  to.text(report.schema);
  for (const count of [cases.read, cases.used, cases.excluded, cases.selected]) to.count(count);
  to.list(report.sources, ({ name, cases }) => {
    to.text(name);
    to.count(cases);
  });
  to.maybe(report.referenceDate, (day) => to.text(day));
  to.maybe(report.period, ({ from, to: last }) => {
    to.text(from);
    to.text(last);
  });
  to.list(report.filter, ({ field, values }) => {
    to.text(field);
    to.list(values, (value) => to.text(value));
  });
  to.maybe(protection, ({ policy, smallBelow, marked, base, hidden }) => {
    to.text(policy);
    to.count(smallBelow);
    to.count(marked);
    to.maybe(base, (value) => to.count(value));
    to.maybe(hidden, (value) => to.count(value));
  });
  to.list(report.indicators, (indicator) => putIndicator(to, indicator));
  // No second selection, and shares of the known answers.
  to.flag(false);
  to.byte(0);
  return to;
}

function putIndicator(to: Bytes, indicator: Indicator): void {
  const { missingBy } = indicator;
  to.text(indicator.id);
  to.maybe(indicator.label, (label) => to.text(label));
  to.count(indicator.n);
  to.count(indicator.missing);
  for (const why of [missingBy.blank, missingBy.unknown, missingBy.notApplicable, missingBy.unrecognised])
    to.count(why);
  to.maybe(indicator.missingStatus, (status) => to.word(status, STATUS));
  to.flag(indicator.ofKnown);
  to.list(indicator.chosen, (code) => to.text(code));
  putFigures(to, indicator);
  to.maybe(indicator.title, (title) => {
    to.text(title);
    to.text(indicator.subtitle ?? "");
    to.text(indicator.text ?? "");
    to.list(indicator.cautions, (caution) => to.text(caution));
  });
}

function putFigures(to: Bytes, indicator: Indicator): void {
  const { kind } = indicator;
  to.word(kind, KINDS);
  if (kind === "distribution") putDistribution(to, indicator);
  else if (kind === "series") putSeries(to, indicator);
  else if (kind === "duration") putDuration(to, indicator);
  else if (kind === "share") putShare(to, indicator);
  else if (kind === "crosstab") putCrosstab(to, indicator);
  // No publication holds the others.
  else throw new Malformed();
}

function putRow(to: Bytes, row: Row): void {
  to.text(row.code);
  to.text(row.label);
  to.maybe(row.count, (count) => to.count(count));
  to.maybe(row.share, (share) => to.real(share));
  to.maybe(row.status, (status) => to.word(status, STATUS));
  to.maybe(row.rule, (rule) => to.text(rule));
  to.maybe(row.previous, (count) => to.count(count));
  to.maybe(row.change, (change) => to.whole(change));
  to.flag(row.provisional);
}

function putSummary(to: Bytes, { mean, median, p90 }: Duration["summary"]): void {
  for (const value of [mean, median, p90]) to.maybe(value, (real) => to.real(real));
}

function putDistribution(to: Bytes, figures: Distribution): void {
  to.text("cases");
  to.flag(figures.multiple);
  to.flag(figures.ordered);
  to.list(figures.rows, (row) => putRow(to, row));
  // No single years, nor these by gender.
  to.count(0);
  to.maybe(figures.summary, (summary) => putSummary(to, summary));
  to.flag(false);
}

function putSeries(to: Bytes, figures: Series): void {
  to.word(figures.unit, UNITS);
  to.list(figures.rows, (row) => putRow(to, row));
  to.maybe(figures.mean, (mean) => to.real(mean));
  to.list(figures.regions, (row) => putRow(to, row));
}

function putDuration(to: Bytes, figures: Duration): void {
  to.count(figures.open);
  to.maybe(figures.openStatus, (status) => to.word(status, STATUS));
  to.count(figures.excluded);
  to.list(figures.rows, (row) => putRow(to, row));
  putSummary(to, figures.summary);
  // No curve, no closed cases alone, no groups.
  to.flag(false);
  to.count(0);
  to.count(0);
}

function putShare(to: Bytes, figures: Share): void {
  to.maybe(figures.count, (count) => to.count(count));
  to.maybe(figures.share, (share) => to.real(share));
  to.maybe(figures.status, (status) => to.word(status, STATUS));
}

function putCrosstab(to: Bytes, table: Crosstab | CrosstabTable): void {
  to.text(table.row);
  to.text(table.column);
  to.list(table.columns, ({ code, label, total }) => {
    to.text(code);
    to.text(label);
    to.maybe(total, (count) => to.count(count));
  });
  to.list(table.rows, ({ code, label, cells, total }) => {
    to.text(code);
    to.text(label);
    to.list(cells, (cell) => {
      to.text(cell.code);
      to.maybe(cell.count, (count) => to.count(count));
      to.maybe(cell.status, (status) => to.word(status, STATUS));
    });
    to.maybe(total, (count) => to.count(count));
  });
  to.count(table.total);
}
