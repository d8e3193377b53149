// Tells when what the drawing depends on has changed: light or dark, forced colours, contrast, pixels per pixel.

const QUERIES = ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-contrast: more)"];

/** Calls `changed` at every change until the returned function is called. */
export function watchMedia(changed: () => void): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  for (const query of QUERIES) matchMedia(query).addEventListener("change", changed, { signal });
  const watchRatio = () => {
    const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    const moved = () => {
      changed();
      watchRatio();
    };
    query.addEventListener("change", moved, { once: true, signal });
  };
  watchRatio();
  return () => ending.abort();
}
