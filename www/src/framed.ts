// The element in a frame, where the policy of the page allows no wasm and the site named a page that may run it
// (`frame-src`). Fetched only then. The frame is as high as what it holds says.

/** Longest silence of a page that is there, in milliseconds. */
const PATIENCE = 15_000;
/** Attributes that go with it. */
const TOLD = ["src", "mode", "lang", "theme", "heading-level", "reference-date", "recept", "indicators"];

/** What a frame is shown in the place of. */
interface Host extends HTMLElement {
  readonly frameSrc: string | null;
  frame: HTMLIFrameElement | null;
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
  element: HTMLElement,
  address: string,
  title: string,
  signal: AbortSignal,
  silent: () => void,
): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  const page = new URL(address, document.baseURI);
  for (const name of TOLD) {
    const value = element.getAttribute(name);
    // An address means what it means on this page.
    const isAddress = name === "src" || name === "recept";
    if (value) page.searchParams.set(name, isAddress ? new URL(value, document.baseURI).href : value);
  }
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
