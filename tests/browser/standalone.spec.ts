// The page that is one file: opened from a disk, without a network, it does all that the element does and asks for
// nothing.
import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { faults } from "./axe";
import { choose, drop, SAMPLES, watchComplaints, watchPolicy } from "./page";

const PAGE = fileURLToPath(new URL("../../pkg/ben-monitor.html", import.meta.url));
const WORKBOOK = fileURLToPath(new URL("../fixtures/sheets/ijsselland-2024.xlsx", import.meta.url));

/** Opens the page as a double click does; answers what it asked for. */
async function openFile(page: Page, context: BrowserContext): Promise<string[]> {
  await context.setOffline(true);
  const asked: string[] = [];
  context.on("request", (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(PAGE).href);
  await page.evaluate(async () => {
    await customElements.whenDefined("ben-monitor");
    await document.querySelector("ben-monitor")?.ready;
  });
  return asked;
}

const read = (page: Page) =>
  page.evaluate(() => document.querySelector("ben-monitor")?.report?.cases.read ?? null);

test("reads a file and a workbook from a disk, without a network", async ({ page, context }) => {
  const breaches = await watchPolicy(page);
  const complaints = watchComplaints(page);
  const asked = await openFile(page, context);
  expect(await faults(page)).toEqual([]);
  await drop(page, SAMPLES);
  await expect(page.locator("ben-monitor canvas").first()).toBeVisible();
  expect(await read(page)).toBe(190);
  await choose(page, [WORKBOOK]);
  expect(await read(page)).toBe(46);
  // What it starts its workers with never leaves the browser.
  expect(asked.filter((address) => !address.startsWith("blob:"))).toEqual([pathToFileURL(PAGE).href]);
  expect(await breaches()).toEqual([]);
  expect(complaints).toEqual([]);
});

test("its own policy forbids every connection", async ({ page, context }) => {
  await openFile(page, context);
  await context.setOffline(false);
  const refused = await page.evaluate(async () => {
    const frame = document.createElement("iframe");
    document.body.append(frame);
    const { contentWindow } = frame;
    const breach = new Promise<string>((resolve) => {
      for (const one of [document, contentWindow?.document])
        one?.addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective));
    });
    // The page's own fetch finds files of the page alone; the browser's is that of another window.
    await contentWindow?.fetch("http://127.0.0.1:9/").catch(() => undefined);
    return breach;
  });
  expect(refused).toBe("connect-src");
});

test("keeps to its size", () => {
  expect(readFileSync(PAGE).byteLength).toBeLessThanOrEqual(1_000_000);
});
