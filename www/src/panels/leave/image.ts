// A figure as a picture that explains itself: its finding, its drawing, what it is made from and how it is marked.
// Always dark on white, whatever the page looks like.
import { hasSmall } from "../../base";
import type { Lang } from "../../format";
import { crc32 } from "../../office/zip";
import type { Indicator } from "../../report";
import { type InView, refusal } from "./view";

export type ImageType = "image/png" | "image/svg+xml";

/** In CSS pixels: as wide as the text of a page, so that letters keep about their size in a document. */
const WIDTH = 720;
/** Pixels of a PNG for each of those. */
const RATIO = 2;
/** What an SVG is written with is not there on every computer: these are, and are known to Office by name. */
const LETTERS = "Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif";

/** @throws export.unknown-type, export.no-drawing */
export async function imageOf(view: InView, index: number, type: string, family: string): Promise<Blob> {
  const isDrawn = type === "image/svg+xml";
  if (!isDrawn && type !== "image/png") throw refusal("unknown-type", view.lang);
  const canvas = document.createElement("canvas");
  const around = [view.isPublic ? "" : view.mark, footOf(view, index)];
  const words = [isDrawn ? LETTERS : family, ...around].join("\n");
  const made = view.painter.picture(index, WIDTH, canvas, isDrawn ? 0 : RATIO, words);
  if (made === undefined) throw refusal("no-drawing", view.lang);
  if (isDrawn) return new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${made}`], { type });
  return finer(await pixelsOf(canvas, view.lang));
}

function pixelsOf(canvas: HTMLCanvasElement, lang: Lang): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(refusal("failed", lang))), "image/png");
  });
}

/** What stands below a drawing: what it is made from, what to be careful with, and how it is protected. */
export function footOf(view: InView, index: number): string {
  const indicator = view.report.indicators[index];
  if (!indicator) return "";
  const told = (all: [string, string][]) =>
    all.flatMap(([name, words]) => (words ? [`${name}: ${words}`] : [])).join(" · ");
  const [source = ["", ""], ...about] = view.about;
  // Mostly the subtitle has said it.
  const counted = indicator.subtitle?.includes("n = ") ? [] : without(view, indicator);
  return [
    told([source]),
    told([...about, ...counted]),
    ...(indicator.cautions ?? []),
    view.isPublic ? view.mark : "",
  ]
    .filter(Boolean)
    .join("\n");
}

/** How many cases a figure is of, and of how many the answer is not known. */
export function without({ own, sides }: InView, indicator: Indicator): [string, string][] {
  // Of two selections the tables tell it of each.
  if (sides) return [];
  const { n, missing, missingStatus } = indicator;
  return [
    ["n", `${n}`],
    [own.missing, missingStatus === "hidden" ? own.notShown : missing > 0 ? `${missing}` : ""],
  ];
}

/** Whether the meaning of the sign of small counts is to be told. */
export function tellsSmall({ report }: InView, index: number): boolean {
  const [one, other] = [report.indicators[index], report.against?.indicators[index]];
  return [one, other].some((of) => of !== undefined && hasSmall(of));
}

/** Behind the eight bytes of a PNG's own sign and its first chunk. */
const AFTER_HEAD = 33;
const METRES_PER_INCH = 0.0254;
/** CSS pixels of an inch. */
const INCH = 96;

/** The same PNG, saying how large its pixels are: a text program then shows it at the size that was meant. */
async function finer(blob: Blob): Promise<Blob> {
  const density = Math.round((INCH * RATIO) / METRES_PER_INCH);
  const chunk = new DataView(new ArrayBuffer(21));
  chunk.setUint32(0, 9);
  for (const [at, letter] of [...new TextEncoder().encode("pHYs")].entries()) chunk.setUint8(4 + at, letter);
  chunk.setUint32(8, density);
  chunk.setUint32(12, density);
  chunk.setUint8(16, 1);
  chunk.setUint32(17, crc32(new Uint8Array(chunk.buffer, 4, 13)));
  return new Blob([blob.slice(0, AFTER_HEAD), chunk.buffer, blob.slice(AFTER_HEAD)], { type: blob.type });
}
