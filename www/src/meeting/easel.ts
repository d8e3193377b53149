// What is painted on a slide: how large the letters can be for all of it to fit, and which painter paints it.
import type { Painter } from "ben-monitor-wasm";
import type { BenMonitor } from "../monitor";
import { publishing } from "../publishing";
import type { Layout, Report } from "../report";
import type { Slide } from "../story/model";

/** Letters of a drawing on a slide as parts of their usual size, at 1080 lines: the smallest are then 18 pixels. */
const SCALES = [4, 3.6, 3.2, 2.9, 2.6, 2.3, 2, 1.8, 1.65, 1.5];
const LEAST = 1.5;
/** What the core needs at least for a drawing, in CSS pixels: as in src/charts/mod.rs. */
const LEAST_ROOM = 280;
/** Pixels enough to see how high it becomes. */
const TRIAL = 0.02;

export interface Room {
  width: number;
  /** Endless where the page can be scrolled. */
  height: number;
  /** CSS pixels to a pixel of 1080 lines; 0 where the page flows, and letters have their usual size. */
  unit: number;
}

/** A drawing as it stands, in CSS pixels. */
export interface Drawn extends Layout {
  scale: number;
}

/** Paints the figures of an element. Freed with the presentation. */
export class Easel {
  private readonly trial = document.createElement("canvas");
  /** Of a publication, and of figures that are drawn shorter than on the page. */
  private own = new Map<number | "all", Painter | null>();
  private of: Report | null = null;

  constructor(private readonly element: BenMonitor) {}

  /** Paints it as large as it fits; `null` where the core draws nothing. */
  paint(slide: Slide, canvas: HTMLCanvasElement, room: Room): Drawn | null {
    const words = this.element.colours?.[1];
    if (!words || room.width <= 0) return null;
    const whole = this.painter();
    if (!whole) return null;
    const largest = this.fitting(whole, slide.index, room, words);
    if (largest) return paintAt(largest, { painter: whole, index: slide.index, canvas, room, words });
    const brief = this.brief(slide);
    if (brief) {
      const scale = this.fitting(brief, 0, room, words) ?? LEAST * room.unit;
      return paintAt(scale, { painter: brief, index: 0, canvas, room, words });
    }
    return paintAt(LEAST * room.unit, { painter: whole, index: slide.index, canvas, room, words });
  }

  /** A small picture of it, `width` CSS pixels wide. */
  thumbnail(slide: Slide, canvas: HTMLCanvasElement, width: number): boolean {
    const words = this.element.colours?.[1];
    const painter = this.painter();
    if (!words || !painter) return false;
    const drawn = painter.draw(slide.index, 640, canvas, (devicePixelRatio * width) / 640, words);
    return drawn !== undefined;
  }

  free(): void {
    for (const painter of this.own.values()) painter?.free();
    this.own.clear();
    this.of = null;
  }

  private painter(): Painter | null {
    const { shown, published, report } = this.element;
    if (report !== this.of) this.free();
    this.of = report;
    if (!published) return shown?.painter ?? null;
    return report && this.made("all", report, published.publication.lang);
  }

  /** Of lead times only how long they were: the curve and the groups need more room than there is. */
  private brief({ indicator, index }: Slide): Painter | null {
    const { report, language, published } = this.element;
    if (!report || report.against || indicator.kind !== "duration") return null;
    return this.made(index, { ...report, indicators: [indicator] }, published?.publication.lang ?? language);
  }

  private made(key: number | "all", report: Report, lang: string): Painter | null {
    const known = this.own.get(key);
    if (known !== undefined) return known;
    const bytes = publishing()?.bytesOf(report);
    const painter = bytes && this.element.drawing ? this.element.drawing.painter(bytes, lang) : null;
    this.own.set(key, painter);
    return painter;
  }

  /** The largest letters with which it fits; `null` with none. */
  private fitting(painter: Painter, index: number, room: Room, words: string): number | null {
    if (room.unit === 0) return Math.max(1, Math.min(1.15, room.width / LEAST_ROOM));
    for (const part of SCALES) {
      const scale = part * room.unit;
      if (room.width / scale < LEAST_ROOM) continue;
      const layout = painter.draw(index, room.width / scale, this.trial, TRIAL, words) as Layout | undefined;
      if (!layout) return scale;
      if (layout.height * scale <= room.height) return scale;
    }
    return null;
  }
}

interface Painting {
  painter: Painter;
  index: number;
  canvas: HTMLCanvasElement;
  room: Room;
  words: string;
}

function paintAt(scale: number, { painter, index, canvas, room, words }: Painting): Drawn | null {
  const ratio = devicePixelRatio * scale;
  const layout = painter.draw(index, room.width / scale, canvas, ratio, words) as Layout | undefined;
  if (!layout) return null;
  const marks = layout.marks.map((mark) => ({
    ...mark,
    x: mark.x * scale,
    y: mark.y * scale,
    width: mark.width * scale,
    height: mark.height * scale,
  }));
  return { width: layout.width * scale, height: layout.height * scale, marks, scale };
}
