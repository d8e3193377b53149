// Starts the page that is one file: unpacks the files that stand in it, and runs the element. The page's own policy
// names the element's script by its hash.
import { bytesOf } from "./dense";
import { type Files, serve } from "./files";
import { unpack } from "./lzma";

const TYPES: Record<string, string> = { js: "text/javascript", wasm: "application/wasm" };
/** The element's script. */
const ELEMENT = "ben-monitor.js";

/** What the page says of the files packed in it; xtask/src/standalone.rs writes it. */
interface Packed {
  /** Bytes, packed and not. */
  packed: number;
  size: number;
  lc: number;
  lp: number;
  pb: number;
  /** Names and sizes, in their order. */
  files: [string, number][];
}

function unpacked(): { files: Files; element: string } {
  const holder = document.getElementById("files");
  const about = JSON.parse(holder?.dataset.packed ?? "") as Packed;
  const all = unpack(bytesOf(holder?.textContent ?? "", about.packed), about.size, about);
  holder?.remove();
  const files: Record<string, Blob> = {};
  let element = "";
  let from = 0;
  for (const [name, size] of about.files) {
    const bytes = all.subarray(from, from + size);
    from += size;
    if (name === ELEMENT) element = new TextDecoder().decode(bytes);
    else files[name] = new Blob([bytes], { type: TYPES[name.split(".").pop() ?? ""] ?? "" });
  }
  return { files, element };
}

// After the page has been drawn: unpacking takes a moment.
requestAnimationFrame(() =>
  setTimeout(() => {
    const { files, element } = unpacked();
    serve(files);
    const script = document.createElement("script");
    script.textContent = element;
    document.head.append(script);
  }),
);
