// When an element comes near the view of who reads the page.

/** Resolves as soon as it is in view, or within half a view's height of it; never when it has been aborted before. */
export function near(element: Element, signal: AbortSignal): Promise<void> {
  const { top, bottom } = element.getBoundingClientRect();
  // Known at once, without waiting for the next frame.
  if (top < 1.5 * innerHeight && bottom > -0.5 * innerHeight) return Promise.resolve();
  return new Promise((resolve) => {
    const watch = new IntersectionObserver(
      (seen) => {
        if (!seen.some((one) => one.isIntersecting)) return;
        watch.disconnect();
        resolve();
      },
      { rootMargin: "50%" },
    );
    watch.observe(element);
    signal.addEventListener("abort", () => watch.disconnect());
  });
}
