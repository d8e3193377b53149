// From files to figures and drawings, in a real browser.
import { expect, test } from "@playwright/test";
import { choose, drawings, drop, eventAfter, opaqueColours, open, SAMPLES } from "./page";

test("both sample files by the input give the figures of the annual report", async ({ page }) => {
  await open(page);
  const detail = await choose(page, SAMPLES);
  expect((detail as { indicators: string[] }).indicators).toEqual(
    expect.arrayContaining(["aanmeldingen", "leeftijd", "problematiek", "doorlooptijd"]),
  );
  const report = await page.evaluate(() => document.querySelector("ben-monitor")?.report);
  expect(report?.cases).toMatchObject({ read: 190, used: 190, excluded: 0, selected: 190 });
  expect(report?.sources).toEqual([
    { name: "ijsselland-2024.csv", cases: 46 },
    { name: "twente-2024.csv", cases: 144 },
  ]);
  expect(report?.protection).toMatchObject({ policy: "besloten" });
});

test("a selection gives the figures of one region, and can be taken away", async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
  const ofIJsselland = await page.evaluate(() =>
    document.querySelector("ben-monitor")?.setFilter([{ field: "regio", values: ["IJsselland"] }]),
  );
  const rowsOf = (id: string) =>
    Object.fromEntries(
      (ofIJsselland?.indicators.find((one) => one.id === id)?.rows ?? []).map(({ code, count }) => [
        code,
        count,
      ]),
    );
  expect(ofIJsselland?.cases).toMatchObject({ used: 190, selected: 46 });
  expect(rowsOf("problematiek")).toMatchObject({ trauma: 22, ass: 11, lvb: 7, psychiatrie: 6 });
  expect(rowsOf("leeftijd")).toMatchObject({ "0-3": 0, "4-8": 0, "9-12": 4, "13-16": 23, "17+": 10 });
  await expect(page.locator("ben-monitor .count")).toHaveText("46 van 190 aanmeldingen");

  await eventAfter(page, "ben-filter-change", () => page.getByRole("button", { name: "Wis alles" }).click());
  await expect(page.locator("ben-monitor .count")).toHaveText("190 van 190 aanmeldingen");
  expect(await page.evaluate(() => document.querySelector("ben-monitor")?.report?.filter)).toEqual([]);
});

test("dropping the files gives the same report as choosing them", async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
  const chosen = await page.evaluate(() => document.querySelector("ben-monitor")?.report);
  await open(page);
  await drop(page, SAMPLES);
  const dropped = await page.evaluate(() => document.querySelector("ben-monitor")?.report);
  expect(dropped).toEqual(chosen);
});

for (const ratio of [1, 2]) {
  test(`every chart is drawn sharply at ${ratio} device pixels a pixel`, async ({ browser }) => {
    const context = await browser.newContext({
      deviceScaleFactor: ratio,
      viewport: { width: 1180, height: 900 },
    });
    const page = await context.newPage();
    await open(page);
    await choose(page, SAMPLES);
    const drawn = await drawings(page);
    expect(drawn.length).toBeGreaterThanOrEqual(6);
    for (const { colours, ratio: found, height } of drawn) {
      expect(colours).toBeGreaterThan(3);
      expect(found).toBeCloseTo(ratio, 1);
      expect(height).toBeGreaterThan(20);
    }
    await context.close();
  });
}

test("charts are drawn anew when the page gets narrower", async ({ page }) => {
  await page.setViewportSize({ width: 1180, height: 900 });
  await open(page);
  await choose(page, SAMPLES);
  await page.setViewportSize({ width: 400, height: 900 });
  const fits = () =>
    page
      .locator("ben-monitor canvas:visible")
      .evaluateAll((all) => all.every((one) => (one as HTMLCanvasElement).width <= 400));
  await expect.poll(fits).toBe(true);
  expect((await drawings(page)).every(({ colours }) => colours > 3)).toBe(true);
});

test("a dark page gets dark charts, also when it turns dark later", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await open(page);
  await choose(page, SAMPLES);
  // Letters are the darkest of a light drawing; nothing of a dark one is nearly black.
  const darkest = () =>
    opaqueColours(page).then((all) => Math.min(...all.map((colour) => Math.max(...colour))));
  expect(await darkest()).toBeLessThan(56);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(darkest).toBeGreaterThan(56);
});

test("events tell of reading without a word from the file", async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    document.addEventListener("ben-file-read", (event) => heard.push((event as CustomEvent).detail));
  });
  await choose(page, SAMPLES);
  const heard = await page.evaluate(() => (window as unknown as { heard: unknown[] }).heard);
  const whole = { rows: expect.any(Number), columns: expect.any(Number), findings: expect.any(Number) };
  expect(heard).toEqual([
    { ...whole, rows: 46 },
    { ...whole, rows: 144 },
  ]);
});

test("the same words in English", async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
  await eventAfter(page, "ben-rendered", () =>
    page.evaluate(() => document.querySelector("ben-monitor")?.setAttribute("lang", "en")),
  );
  await expect(page.getByText("Only on this computer")).toBeVisible();
  const labels = await page.evaluate(() => {
    const report = document.querySelector("ben-monitor")?.report;
    const months = report?.indicators.find((one) => one.id === "aanmeldingen" && one.unit === "month");
    return months?.rows?.[0]?.label;
  });
  expect(labels).toBe("January 2024");
});
