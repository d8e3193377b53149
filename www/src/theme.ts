// The colours in force, as the painter wants them. The style sheet decides (theme, dark, forced colours, the
// host's own `--ben-*`); a canvas can't read a style sheet, so they are resolved here.

const TOKENS = {
  ink: "--_ink",
  soft: "--_soft",
  line: "--_line",
  paper: "--_paper",
  accent: "--_accent",
  accentSoft: "--_accent-soft",
  mark: "--_mark",
  markSoft: "--_mark-soft",
  unknown: "--_unknown",
  warn: "--_warn",
} as const;

/** Letters of a reader who has chosen no other size, in CSS pixels. */
const USUAL = 16;

/** The theme as JSON for the painter, read from the style of `probe`, an invisible element; and `scale`,
 * how much larger than usual this reader's letters are. */
export function themeOf(probe: HTMLElement): string {
  const pixel = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const theme: Record<string, string> = {};
  for (const [name, token] of Object.entries(TOKENS)) {
    probe.style.color = `var(${token})`;
    theme[name] = pixel ? hex(getComputedStyle(probe).color, pixel) : "#000000";
  }
  probe.style.removeProperty("color");
  const { fontFamily, fontSize } = getComputedStyle(probe);
  return JSON.stringify({ ...theme, fontFamily, scale: Number.parseFloat(fontSize) / USUAL });
}

/** Whatever the notation (`rgb()`, `oklch()`, a system colour): painted, then read back. */
function hex(colour: string, pixel: CanvasRenderingContext2D): string {
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = "#000";
  pixel.fillStyle = colour;
  pixel.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = pixel.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
