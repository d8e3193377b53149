// Settings while a person edits them: as written, until they are checked. No screen.
import type { Profile, Settings } from "../../protocol";
import type { Catalog, Report } from "../../report";
import type { Look } from "../../state";

/** Limits of what is believable. */
const OLDEST = 23;
const MOST_MONTHS = 120;
/** As the catalog has it, for a core that does not tell. */
const AGE_BANDS = [4, 9, 13, 17];
const MONTH_BANDS = [3, 6];

/** One figure in the list. */
export interface Figure {
  id: string;
  label: string;
  shown: boolean;
}

/** What stands in the form. */
export interface Draft {
  ages: string;
  times: string;
  date: string;
  shareOf: "known" | "all";
  figures: Figure[];
  profiles: Profile[];
}

/** What is wrong, by the part that it is about. */
export type Problems = Partial<Record<keyof Draft, string>>;

/** The figures that a file can give, in the order in which they are shown. */
export function figuresOf(report: Report | null, catalog: Catalog, wanted: string[]): Figure[] {
  const there = new Map(report?.indicators.map(({ id, label }) => [id, label]) ?? []);
  const all = catalog.indicators
    .filter(({ id }) => there.has(id))
    .map(({ id, label }) => ({
      id,
      label: there.get(id) ?? label,
      shown: wanted.length === 0 || wanted.includes(id),
    }));
  const place = (id: string) => (wanted.includes(id) ? wanted.indexOf(id) : wanted.length);
  return all
    .map((figure, at) => ({ figure, at }))
    .sort((one, other) => place(one.figure.id) - place(other.figure.id) || one.at - other.at)
    .map(({ figure }) => figure);
}

export function draftOf(look: Required<Look>, catalog: Catalog, report: Report | null): Draft {
  const { ageBands, leadTimeBands, shareOf, profiles } = look.settings;
  const list = (bands: number[] | undefined, standard: number[]) =>
    (bands?.length ? bands : standard).join(", ");
  return {
    ages: list(ageBands, catalog.ageBands ?? AGE_BANDS),
    times: list(leadTimeBands, catalog.leadTimeBands ?? MONTH_BANDS),
    date: look.referenceDate ?? "",
    shareOf: shareOf ?? "known",
    figures: figuresOf(report, catalog, look.indicators),
    profiles: profiles ?? catalog.profiles ?? [],
  };
}

/** What the form says, without what is as the catalog has it. */
export function lookFrom(
  draft: Draft,
  catalog: Catalog,
  report: Report | null,
  saved: string[] = [],
): Required<Look> {
  const standard = draftOf({ settings: {}, referenceDate: null, indicators: [] }, catalog, report);
  const same = (key: keyof Draft) => JSON.stringify(draft[key]) === JSON.stringify(standard[key]);
  const ages = bandsIn(draft.ages, OLDEST);
  const times = bandsIn(draft.times, MOST_MONTHS);
  const settings: Settings = {
    ...(ages && ages.join(", ") !== standard.ages && { ageBands: ages }),
    ...(times && times.join(", ") !== standard.times && { leadTimeBands: times }),
    ...(draft.shareOf === "all" && { shareOf: "all" as const }),
    ...(!same("profiles") && { profiles: draft.profiles }),
  };
  const shown = draft.figures.filter((one) => one.shown).map(({ id }) => id);
  const indicators = same("figures") ? [] : withAbsent(shown, saved, draft.figures);
  return { settings, referenceDate: draft.date || null, indicators };
}

/** With the figures of the saved order that this file can't give, each after the one that it followed. */
function withAbsent(shown: string[], saved: string[], there: Figure[]): string[] {
  const all = [...shown];
  for (const [at, id] of saved.entries()) {
    if (there.some((figure) => figure.id === id) || all.includes(id)) continue;
    const before = saved.slice(0, at).findLast((earlier) => all.includes(earlier));
    all.splice(before === undefined ? 0 : all.indexOf(before) + 1, 0, id);
  }
  return all;
}

/** Rising whole numbers, as a person writes them; `null` when it is something else. */
function bandsIn(written: string, most: number): number[] | null {
  const parts = written
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : Number.NaN));
  const rising = parts.every((part, at) => part > (at === 0 ? 0 : (parts[at - 1] ?? 0)) && part <= most);
  return parts.length > 0 && rising ? parts : null;
}

export const agesIn = (written: string): number[] | null => bandsIn(written, OLDEST);
export const monthsIn = (written: string): number[] | null => bandsIn(written, MOST_MONTHS);
