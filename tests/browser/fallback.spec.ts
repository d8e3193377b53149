// Where a site allows less: no worker, a script of another site, no wasm on the page. The element still works, or says
// in one sentence what is to be allowed.
import { expect, type Page, test } from "@playwright/test";
import { choose, SAMPLES } from "./page";

const WORKBOOK = "../fixtures/sheets/ijsselland-2024.xlsx";

/** Opens a page of ours under another policy. */
async function openUnder(page: Page, policy: string, body = "<ben-monitor></ben-monitor>"): Promise<void> {
  await page.route("**/tests/one.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      headers: { "content-security-policy": policy },
      body: `<!doctype html><html lang="nl"><meta charset="utf-8"><title>x</title><link rel="icon" href="icon.svg">
        <script type="module" src="/pkg/ben-monitor.js"></script><main><h1>x</h1>${body}</main>`,
    }),
  );
  await page.goto("/tests/one.html");
}

const cases = (page: Page) =>
  page.evaluate(() => document.querySelector("ben-monitor")?.report?.cases.read ?? null);

const SELF = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";

test("without a worker the page itself reads, workbooks too, and gives its memory back", async ({ page }) => {
  await openUnder(page, `${SELF}; worker-src 'none'`);
  await page.evaluate(() => document.querySelector("ben-monitor")?.ready);
  expect(page.workers()).toEqual([]);
  await choose(page, SAMPLES);
  expect(await cases(page)).toBe(190);
  await choose(page, [new URL(WORKBOOK, import.meta.url).pathname]);
  expect(await cases(page)).toBe(46);
  expect(await page.locator("iframe").count()).toBe(1);
  await page.evaluate(() => document.querySelector("ben-monitor")?.forget());
  await page.evaluate(() => document.querySelector("ben-monitor")?.ready);
  expect(await cases(page)).toBe(null);
  expect(await page.locator("iframe").count()).toBe(1);
  await choose(page, SAMPLES);
  expect(await cases(page)).toBe(190);
});

test("nothing of it is fetched where a worker can be made", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await openUnder(page, SELF);
  await page.evaluate(() => document.querySelector("ben-monitor")?.ready);
  expect(asked.filter((address) => /fallback|framed|upgrade/.test(address))).toEqual([]);
});

test("where wasm is forbidden, a page of the site that may run it is shown in a frame", async ({ page }) => {
  const policy = "default-src 'self'";
  const body =
    '<ben-monitor frame-src="/pkg/frame.html" src="/samples/ijsselland-2024.csv" lang="en"></ben-monitor>';
  // The frame's own answer allows it: its policy is in the page.
  await openUnder(page, policy, body);
  const inside = page.frameLocator("ben-monitor iframe");
  await expect(inside.locator("ben-monitor canvas").first()).toBeVisible({ timeout: 30_000 });
  await expect(inside.locator("ben-monitor")).toHaveAttribute("lang", "en");
  const high = () => page.locator("ben-monitor iframe").evaluate((frame) => frame.clientHeight);
  await expect.poll(high).toBeGreaterThan(1500);
  await expect(page.getByRole("alert")).toHaveCount(0);
  const code = await page.evaluate(() =>
    document.querySelector("ben-monitor")?.ready.catch((failure: { code: string }) => failure.code),
  );
  expect(code).toBe("element.policy");
});

test("the frame shows what a script has set, and may fill the screen and copy", async ({ page }) => {
  await openUnder(page, "default-src 'self'", "");
  await page.evaluate(async () => {
    await customElements.whenDefined("ben-monitor");
    const element = document.createElement("ben-monitor");
    Object.assign(element, {
      mode: "publicatie",
      src: "/tests/publicatie-website.json",
      headingLevel: 3,
      frameSrc: "/pkg/frame.html",
    });
    document.querySelector("main")?.append(element);
  });
  const frame = page.locator("ben-monitor iframe");
  await expect(frame).toHaveAttribute("allow", "fullscreen; clipboard-write");
  await expect(frame).toHaveAttribute("src", /mode=publicatie/);
  const inside = page.frameLocator("ben-monitor iframe");
  await expect(inside.locator("ben-monitor canvas").first()).toBeVisible({ timeout: 30_000 });
  await expect(inside.getByRole("heading", { level: 3 }).first()).toBeVisible();
});

test("when that page is silent too, the sentence for the administrator is there", async ({ page }) => {
  await page.clock.install();
  await openUnder(page, "default-src 'self'", '<ben-monitor frame-src="/tests/icon.svg"></ben-monitor>');
  await expect(page.locator("ben-monitor iframe")).toHaveCount(1);
  await page.clock.runFor(20_000);
  await expect(page.getByRole("alert")).toContainText("script-src 'self' 'wasm-unsafe-eval'");
});
