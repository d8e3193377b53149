// The core on the page itself, where the browser makes no worker of the script: a policy without `worker-src`, or a
// script of another site. Fetched only then.
//
// The worker's own script runs in a frame without a page: it has its own memory, and taking the frame away gives that
// back, as ending a worker does. The page stands still while it counts.

/** Looks like a worker, in a frame of the page. */
export class PageWorker {
  onmessage: ((event: MessageEvent) => void) | null = null;
  onmessageerror = null;
  onerror: (() => void) | null = null;
  private readonly frame = document.createElement("iframe");
  /** What was said before the script ran. */
  private readonly waiting: unknown[] = [];
  private inside: ((data: unknown) => void) | null = null;

  constructor(address: URL | string) {
    this.frame.hidden = true;
    document.body.append(this.frame);
    const realm = this.frame.contentWindow as (Window & typeof globalThis) | null;
    const page = this.frame.contentDocument;
    if (!realm || !page) return;
    // What is said is copied, as for a worker: each side has objects of its own kind.
    const here = structuredClone;
    const there = realm.structuredClone;
    Object.assign(realm, {
      // The script speaks to whoever made it, and hears through what it sets as its `onmessage`.
      postMessage: (said: unknown) => {
        const data = here(said);
        setTimeout(() => this.onmessage?.({ data } as MessageEvent));
      },
      // It may start one of its own, for workbooks.
      Worker: PageWorker,
    });
    Object.defineProperty(realm, "onmessage", {
      set: (hear: (event: { data: unknown }) => void) => {
        this.inside = (data) => hear({ data: there(data) });
        for (const data of this.waiting.splice(0)) this.tell(data);
      },
    });
    const script = page.createElement("script");
    script.type = "module";
    script.src = `${address}`;
    script.crossOrigin = "anonymous";
    script.onerror = () => this.onerror?.();
    page.head.append(script);
  }

  postMessage(data: unknown): void {
    if (this.inside) this.tell(data);
    else this.waiting.push(data);
  }

  terminate(): void {
    this.onmessage = null;
    this.inside = null;
    this.frame.remove();
  }

  private tell(data: unknown): void {
    setTimeout(() => this.inside?.(data));
  }
}
