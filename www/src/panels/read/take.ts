// What a person drops or chooses: files to read, a recept, or both.
import type { Lang } from "../../format";
import { sorted } from "../../recept";
import type { Mapping } from "../../report";
import { type Loadable, sourcesOf } from "../../sources";
import type { Look } from "../../state";
import { readingTextsOf } from "../../texts/reading";
import type { BenMonitorReading, Host } from "./panel";

/** What taking files needs of the element. */
export interface Taker extends Host {
  readonly language: Lang;
  /** Where figures are shown. */
  readonly panel: BenMonitorReading | null;
  load(source: readonly Loadable[]): Promise<unknown>;
  /** How the next file is to be read. */
  awaitFile(mapping: Mapping): void;
  /** How figures are to be made and shown. */
  takeLook(look: Look): void;
}

/** How files are taken beside those that are shown. */
export type Manner = "add" | "replace" | "recept";

/** @throws element.bad-recept, and what reading throws */
export async function take(host: Taker, given: File[], as: Manner): Promise<void> {
  const { files, recept } = await sorted(given);
  const own = readingTextsOf(host.language);
  const { panel } = host;
  const mapping = recept?.mapping ?? host.reading.mapping;
  if (panel && (as === "add" || files.length === 0)) {
    const more = files.length > 0 ? await sourcesOf(files, "") : [];
    const told = [recept ? own.receptUsed : "", more.length > 0 ? own.filesAdded(more.length) : ""];
    const before = host.reading.given;
    const to = more.length > 0 ? { given: [...before, ...more], mapping } : { mapping };
    if (recept) host.takeLook(recept.look);
    await panel.change(to, told.filter(Boolean).join(" "));
    return;
  }
  if (recept) {
    host.awaitFile(recept.mapping);
    host.takeLook(recept.look);
  }
  if (files.length > 0) await host.load(files);
  else host.announce(own.receptWaits);
}
