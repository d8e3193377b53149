// The whole screen, where the browser gives it. Where it does not, the dialog that covers the page is enough.

/** So long a browser may think about it, in milliseconds. */
const PATIENCE = 700;

/** Answers whether the element has the whole screen. */
export async function takeScreen(element: HTMLElement): Promise<boolean> {
  if (!element.requestFullscreen) return false;
  const taken = element.requestFullscreen({ navigationUI: "hide" }).then(
    () => true,
    () => false,
  );
  return Promise.race([taken, new Promise<boolean>((resolve) => setTimeout(resolve, PATIENCE, false))]);
}

export function hasScreen(element: HTMLElement): boolean {
  return (element.getRootNode() as ShadowRoot).fullscreenElement === element;
}

export function giveScreenBack(element: HTMLElement): void {
  if (hasScreen(element)) document.exitFullscreen().catch(() => undefined);
}

/** What has the focus, through open shadow roots. */
export function focused(): HTMLElement | null {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found instanceof HTMLElement ? found : null;
}
