// What the element does to the page that it stands on: nothing moves, it is not what a visitor waits for, and below the
// fold it loads nothing until it comes near the view.
import { expect, type Page, test } from "@playwright/test";

interface Vitals {
  /** The sum of layout shifts, of what a visitor did not do. */
  cls: number;
  /** The largest thing that was painted, by its tag. */
  lcp: string;
  /** Tasks of the page over 50 ms. */
  long: number;
}

/** A page of a site with the element far below, and text after it; watched from its first moment. */
async function openSite(page: Page, element: string): Promise<() => Promise<Vitals>> {
  await page.addInitScript(() => {
    const seen: Vitals = { cls: 0, lcp: "", long: 0 };
    Object.assign(window, { seen });
    const watch = (type: string, hear: (entry: PerformanceEntry) => void) =>
      new PerformanceObserver((list) => list.getEntries().forEach(hear)).observe({ type, buffered: true });
    watch("layout-shift", (entry) => {
      const { value, hadRecentInput } = entry as PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      };
      if (!hadRecentInput) seen.cls += value;
    });
    watch("largest-contentful-paint", (entry) => {
      seen.lcp = (entry as PerformanceEntry & { element: Element | null }).element?.tagName ?? "";
    });
    watch("longtask", () => {
      seen.long += 1;
    });
  });
  const words = "Tekst van de website over jeugdhulp in de regio. ".repeat(40);
  await page.route("**/site/", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><html lang="nl"><meta charset="utf-8"><title>x</title>
        <link rel="icon" href="/tests/icon.svg"><link rel="stylesheet" href="/pkg/ben-monitor.css">
        <script type="module" src="/pkg/ben-monitor.js"></script>
        <h1>Website</h1>${`<p>${words}</p>`.repeat(12)}${element}<p id="after">${words}</p>`,
    }),
  );
  await page.goto("/site/");
  await page.waitForLoadState("networkidle");
  return () => page.evaluate(() => (window as unknown as { seen: Vitals }).seen);
}

const FETCHED_LATER = /\.wasm$|ben-monitor-worker\.js$|\.json$|\.csv$/;

for (const [name, element] of [
  ["a publication", '<ben-monitor mode="publicatie" src="/tests/publicatie-website.json"></ben-monitor>'],
  ["figures of a file", '<ben-monitor src="/samples/ijsselland-2024.csv"></ben-monitor>'],
] as const) {
  test(`${name} below the fold waits for the visitor, and moves nothing when it comes`, async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    const vitals = await openSite(page, element);
    expect(asked.filter((address) => FETCHED_LATER.test(address))).toEqual([]);
    const before = await vitals();
    expect(before.lcp).toBe("P");
    expect(before.cls).toBe(0);
    // As a visitor reads: by and by, until it stands before them.
    const canvas = page.locator("ben-monitor canvas").first();
    const top = () =>
      page.locator("ben-monitor").evaluate((one) => one.getBoundingClientRect().top / innerHeight);
    while ((await top()) > 0.4) {
      await page.evaluate(() => scrollBy(0, 100));
      await page.waitForTimeout(50);
    }
    await expect(canvas).toBeVisible({ timeout: 30_000 });
    await page.waitForLoadState("networkidle");
    const after = await vitals();
    // Good is up to 0.1; nothing that anyone sees is below a hundredth.
    expect(after.cls).toBeLessThan(0.01);
    expect(after.lcp).toBe("P");
    // Told, not asserted: how long a task takes is the machine's.
    test.info().annotations.push({ type: "vitals", description: JSON.stringify({ before, after }) });
    expect(asked.some((address) => address.endsWith(".wasm"))).toBe(true);
  });
}

test("an element without an address keeps its place while its script comes", async ({ page }) => {
  const vitals = await openSite(page, "");
  await page.unrouteAll();
  await page.route("**/site/", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><html lang="nl"><meta charset="utf-8"><title>x</title>
        <link rel="stylesheet" href="/pkg/ben-monitor.css"><script type="module" src="/pkg/ben-monitor.js"></script>
        <ben-monitor></ben-monitor><p>Eronder</p>`,
    }),
  );
  await page.goto("/site/");
  await page.evaluate(() => document.querySelector("ben-monitor")?.ready);
  await page.waitForLoadState("networkidle");
  expect((await vitals()).cls).toBeLessThan(0.01);
});

test("the room that was kept free for figures is given back once they stand", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 1600 });
  const element =
    '<ben-monitor mode="publicatie" src="/tests/publicatie-website.json" indicators="leeftijd geslacht"></ben-monitor>';
  const vitals = await openSite(page, `${'<p class="more">Tekst.</p>'.repeat(60)}${element}`);
  while (!(await page.locator("ben-monitor canvas").first().isVisible())) {
    await page.evaluate(() => scrollBy(0, 100));
    await page.waitForTimeout(50);
  }
  const heights = () =>
    page
      .locator("ben-monitor")
      .evaluate((one) => [one.clientHeight, one.shadowRoot?.querySelector(".el")?.clientHeight]);
  await expect.poll(async () => new Set(await heights()).size).toBe(1);
  expect((await heights())[0]).toBeLessThan(1500);
  expect((await vitals()).cls).toBeLessThan(0.01);
});

test("whoever asks does not wait for the view", async ({ page }) => {
  await openSite(page, '<ben-monitor src="/samples/ijsselland-2024.csv"></ben-monitor>');
  const read = await page.evaluate(async () => {
    const element = document.querySelector("ben-monitor");
    await element?.load("/samples/twente-2024.csv");
    return element?.report?.cases.read;
  });
  expect(read).toBe(144);
});
