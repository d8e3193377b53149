// The tables of the larger figures: what comes together, where groups differ, lead time by group, age by gender.
import { percent, whole } from "../format";
import type { Cooccurrence, Distribution, Duration, Thread, Threads } from "../report";
import type { FigureTexts } from "../texts/figures";
import {
  type Cell,
  captionOf,
  count,
  decimalOf,
  type Speech,
  share,
  type Table,
  textOf,
  wholeOf,
} from "./table.cells";

/** Before the code of a problem of the parents. */
const PARENT = "ouder:";
/** A q below this is not written out. */
const LEAST_Q = 0.001;

export function ofCooccurrence(indicator: Cooccurrence, speech: Speech): Table[] {
  const { lang, own } = speech;
  const { rows, pairs, combinations, n } = indicator;
  const labels = new Map(rows.map(({ code, label }) => [code, label]));
  const name = (code: string) => {
    const label = labels.get(code) ?? code;
    return code.startsWith(PARENT) && !label.includes("(") ? own.parent(label) : label;
  };
  const words = own.table;
  const each: Table = {
    caption: captionOf(indicator),
    head: [own.problem, words.count, words.share],
    rows: rows.map((row) => ({ cells: [name(row.code), count(row, speech), share(row, n)] })),
  };
  const together: Table = {
    caption: own.pairs,
    head: [own.first, own.second, words.count, words.share, own.lift],
    rows: pairs.map((pair) => ({
      cells: [
        name(pair.a),
        name(pair.b),
        count(pair, speech),
        share(pair, n),
        pair.lift === null ? "–" : decimalOf(pair.lift, lang),
      ],
    })),
  };
  const exact: Table = {
    caption: own.combinations,
    head: [own.problems, words.count, words.share],
    rows: combinations.map((one) => ({
      cells: [one.codes.map(name).join(" + "), count(one, speech), share(one, n)],
    })),
  };
  return [each, together, exact].filter((table) => table.rows.length > 0);
}

export function ofThreads({ rows, ...about }: Threads, speech: Speech): Table[] {
  const { lang, own, apart } = speech;
  if (rows.length === 0) return [];
  const part = (among: number | null, n: number, { status }: Thread): Cell[] => {
    const counted = count({ count: among, ...(status && { status }) }, speech);
    if (apart) return [share({ count: among }, n), counted, wholeOf(n, lang)];
    return [among === null ? "–" : `${percent(among, n)} (${textOf(counted)}/${whole(n, lang)})`];
  };
  const q = (value: number): Cell => {
    const text = value < LEAST_Q ? `< ${number(LEAST_Q, lang)}` : number(value, lang);
    return { text, value, format: "fine" };
  };
  const heads = (name: string) => (apart ? [name, `${name}: ${own.table.count}`, `${name}: n`] : [name]);
  return [
    {
      caption: captionOf({ rows, ...about }),
      head: [own.group, own.trait, ...heads(own.inGroup), ...heads(own.inRest), own.points, "q"],
      rows: rows.map((row) => ({
        cells: [
          row.group.label,
          row.trait.label,
          ...part(row.count, row.n, row),
          ...part(row.restCount, row.restN, row),
          points(row.share, row.restShare),
          q(row.q),
        ],
      })),
    },
  ];
}

/** Three decimals, as tests are told. */
function number(value: number, lang: Speech["lang"]): string {
  const text = value.toFixed(3);
  return lang === "nl" ? text.replace(".", ",") : text;
}

export function underThreads({ rows, tested }: Threads, own: FigureTexts): string {
  return rows.length === 0 ? `${own.noThreads} ${own.tested(tested)}` : own.tested(tested);
}

/** Lead times by the answers in other fields. */
export function ofGroups({ by = [] }: Duration, speech: Speech): Table[] {
  const { lang, own } = speech;
  const words = own.table;
  const days = (value: number | null | undefined): Cell =>
    value === null || value === undefined ? words.notReached : decimalOf(value, lang);
  return by
    .filter(({ groups }) => groups.length > 0)
    .map(({ field, groups }) => ({
      caption: own.by(field),
      head: [words.answer, own.closed, words.open, own.medianClosed, own.medianAll],
      rows: groups.map(({ label, n, open, summary, kaplanMeier, status }) => ({
        cells: [
          label,
          count({ count: n, ...(status && { status }) }, speech),
          count({ count: open, ...(status && { status }) }, speech),
          n === 0 ? "–" : days(summary.median),
          kaplanMeier ? days(kaplanMeier.median) : "–",
        ],
      })),
    }));
}

/** Each single year by gender, unknown and other included. */
export function ofPyramid({ pyramid }: Distribution, speech: Speech): Table[] {
  const { texts, lang, own } = speech;
  if (!pyramid) return [];
  const words = own.table;
  const written = (value: number | null) => (value === null ? texts.hidden : wholeOf(value, lang));
  return [
    {
      caption: own.ageByGender,
      head: [words.age, ...pyramid.columns.map(({ label }) => label), words.total],
      rows: [
        ...pyramid.rows.map(({ label, cells, total }) => ({
          cells: [label, ...cells.map((cell) => count(cell, speech)), written(total)],
        })),
        {
          cells: [
            words.total,
            ...pyramid.columns.map(({ total }) => written(total)),
            wholeOf(pyramid.total, lang),
          ],
          tone: "sum" as const,
        },
      ],
    },
  ];
}

/** The difference of two fractions in percentage points, of the whole percents that are shown. */
export function points(one: number | null, other: number | null): Cell {
  if (one === null || other === null) return "–";
  const whole = (part: number) => Math.floor(part * 100 + 0.5);
  const value = whole(one) - whole(other);
  return { text: value > 0 ? `+${value}` : value < 0 ? `−${-value}` : "0", value, format: "change" };
}
