// The element in a frame, where the policy of the page allows no wasm and the site named a page that may run it
// (`frame-src`). Fetched only then. The frame is as high as what it holds says.

/** Longest silence of a page that is there, in milliseconds. */
const PATIENCE = 15_000;
/** What may be done in it as on the page: presenting over the whole screen, copying. */
const ALLOWED = "fullscreen; clipboard-write";

/** What a frame is shown in the place of. */
interface Host extends HTMLElement {
  readonly frameSrc: string | null;
  readonly src: string | null;
  readonly mode: string;
  readonly theme: string;
  readonly headingLevel: number;
  readonly referenceDate: string | null;
  readonly recept: string | object | null;
  readonly indicators: string;
  frame: HTMLIFrameElement | null;
}

/** What goes with it, as it is now: a script may have set it without an attribute. */
function told(host: Host): Record<string, string> {
  const { src, mode, lang, theme, headingLevel, referenceDate, recept, indicators } = host;
  const all = {
    src: absolute(src),
    mode,
    lang,
    theme,
    "heading-level": headingLevel ? `${headingLevel}` : "",
    "reference-date": referenceDate,
    recept: typeof recept === "string" ? absolute(recept) : "",
    indicators,
  };
  return Object.fromEntries(Object.entries(all).filter((one): one is [string, string] => Boolean(one[1])));
}

/** An address means what it means on this page. */
function absolute(address: string | null): string {
  return address ? new URL(address, document.baseURI).href : "";
}

/** Shows the frame, and ends only when nothing in it speaks; `stop` says that here nothing can be asked. */
export async function showFrame(
  host: Host,
  title: string,
  signal: AbortSignal,
  stop: () => void,
): Promise<void> {
  await new Promise<void>((silent) => {
    host.frame = frameFor(host, host.frameSrc ?? "", title, signal, silent);
    stop();
  });
  host.frame = null;
}

function frameFor(
  host: Host,
  address: string,
  title: string,
  signal: AbortSignal,
  silent: () => void,
): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  const page = new URL(address, document.baseURI);
  for (const [name, value] of Object.entries(told(host))) page.searchParams.set(name, value);
  frame.allow = ALLOWED;
  frame.src = page.href;
  frame.title = title;
  Object.assign(frame.style, { width: "100%", height: "26rem", border: "0", display: "block" });
  const patience = setTimeout(silent, PATIENCE);
  signal.addEventListener("abort", () => clearTimeout(patience));
  addEventListener(
    "message",
    ({ data, source, origin }) => {
      if (source !== frame.contentWindow || origin !== page.origin || data?.type !== "ben-frame") return;
      clearTimeout(patience);
      if (Number.isFinite(data.height)) frame.style.height = `${Math.max(0, data.height)}px`;
    },
    { signal },
  );
  return frame;
}
