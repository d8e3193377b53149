// What the element gives of the figures that it shows: comparisons, risk, publications, pictures, tables, slides. Each is
// made by a file that comes later; here stands only what is asked of them.
import type { Asked } from "./asked";
import { Asking } from "./asking";
import type { Engine } from "./engine";
import { emit } from "./events";
import { fetchLater } from "./later";
import { fetchMeeting } from "./meeting";
import type { BenMonitor } from "./monitor";
import type { Publication } from "./publication";
import type { PublishOptions } from "./publication/make";
import { fetchPublishing } from "./publishing";
import type { Comparison, Risk } from "./report";

export abstract class Giving extends Asking {
  /** This element, as those that make what it gives know it. */
  protected abstract readonly itself: BenMonitor;

  /** Waits until all that is ever fetched is there. */
  protected abstract stand(): Promise<void>;

  /** What counts. */
  protected abstract running(): Engine;

  /** What changed between two files that are shown, by their numbers in `report.sources`. */
  async compare(older: number, newer: number): Promise<Comparison> {
    await this.stand();
    return this.running().client.compare(older, newer, this.language);
  }

  /** How recognisable the children in the files that are shown are. */
  async risk(): Promise<Risk> {
    await this.stand();
    return this.running().client.risk(this.language);
  }

  /** What its workers asked of the network. */
  askedByWorkers(): Promise<Asked[]> {
    return this.running().client.asked();
  }

  /** Protected figures that may be shown to anyone, as plain JSON; refused when they can't be made safe. */
  async publish(options: PublishOptions): Promise<Publication> {
    const publication = await this.protect(options);
    emit(this, "ben-publish", {});
    return publication;
  }

  /** The same, for a look at what it would be. */
  async protect(options: PublishOptions): Promise<Publication> {
    await this.stand();
    const { publish } = await fetchLater(Promise.resolve());
    return publish(this.running().client, options, this.look, this.language);
  }

  /** A picture of a figure that explains itself, as `image/png` (the default) or `image/svg+xml`. */
  async exportImage(indicator: string, options: { type?: string } = {}): Promise<Blob> {
    return (await this.leaving()).exportImage(this.itself, indicator, options.type);
  }

  /** The tables of a figure as CSV that Dutch Excel opens right. */
  async exportTable(indicator: string): Promise<Blob> {
    return (await this.leaving()).exportTable(this.itself, indicator);
  }

  /** All tables as a workbook (XLSX). */
  async exportWorkbook(): Promise<Blob> {
    return (await this.leaving()).exportWorkbook(this.itself);
  }

  /** Shows the figures slide by slide, over the whole screen. */
  async present(): Promise<void> {
    await (await fetchMeeting()).present(this.itself);
  }

  /** The same as a PPTX file, with charts that can be edited. */
  async exportSlides(): Promise<Blob> {
    return (await fetchMeeting()).exportSlides(this.itself);
  }

  private async leaving() {
    await this.stand();
    return fetchPublishing();
  }
}
