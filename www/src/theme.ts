// The colours in force, as the painter wants them. The style sheet decides (theme, dark, forced colours, the
// host's own `--ben-*`); a canvas can't read a style sheet, so they are resolved here.

import { isPageComplete } from "./engine";

/** In the order of the painter. */
const TOKENS = [
  "--_ink",
  "--_soft",
  "--_line",
  "--_paper",
  "--_accent",
  "--_accent-soft",
  "--_mark",
  "--_mark-soft",
  "--_unknown",
  "--_warn",
];

const MARK = TOKENS.indexOf("--_mark");

/** Letters of a reader who has chosen no other size, in CSS pixels. */
const USUAL = 16;

/** How much larger than usual this reader's letters are; and, as the painter wants them, colours and families of
 * letters. */
export type Theme = readonly [scale: number, words: string];

/** The theme, read from the style of `probe`, an invisible element; `known` when it is still that one. */
export function themeOf(probe: HTMLElement, known: Theme | null): Theme {
  const words = TOKENS.map((token) => {
    probe.style.color = `var(${token})`;
    return hex(getComputedStyle(probe).color);
  });
  probe.style.removeProperty("color");
  // Where data have the colour of words they get textures, which come with the rest of the core.
  const [ink, , , , accent] = words;
  if (words[MARK] === ink && accent && !isPageComplete()) words[MARK] = accent;
  const { fontFamily, fontSize } = getComputedStyle(probe);
  const theme = [Number.parseFloat(fontSize) / USUAL, `${words.join(" ")} ${fontFamily}`] as const;
  return `${theme}` === `${known}` && known ? known : theme;
}

/** Of the usual notation (`rgb()`) its numbers; any other (`oklch()`, a mix) is painted, then read back. */
function hex(colour: string): string {
  const usual = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(colour)?.slice(1).map(Number);
  return `#${(usual ?? painted(colour)).map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

function painted(colour: string): number[] {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const pixel = canvas.getContext("2d", { willReadFrequently: true });
  if (!pixel) return [0, 0, 0];
  pixel.fillStyle = colour;
  pixel.fillRect(0, 0, 1, 1);
  return [...pixel.getImageData(0, 0, 1, 1).data.slice(0, 3)];
}
