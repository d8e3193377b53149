// For everyone: keyboard, screen reader, narrow screens, little colour.
import { expect, type Page, test } from "@playwright/test";
import { faults } from "./axe";
import { choose, csv, eventAfter, opaqueColours, open, SAMPLES } from "./page";

async function fail(page: Page): Promise<void> {
  const input = page.locator("ben-monitor input[type=file]");
  await eventAfter(page, "ben-error", () => input.setInputFiles(csv("leeg.csv", "")));
}

for (const lang of ["nl", "en"]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`axe-core finds no fault when empty, with charts and in error (${lang}, ${colorScheme})`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      await open(page);
      await page.evaluate((tag) => document.querySelector("ben-monitor")?.setAttribute("lang", tag), lang);
      expect(await faults(page)).toEqual([]);
      await choose(page, SAMPLES);
      for (const button of (await page.locator("ben-monitor .foot button").all()).slice(0, 3))
        await button.click();
      await page.locator("ben-monitor-reading summary").first().click();
      await page.locator("ben-monitor-trust summary").click();
      expect(await faults(page)).toEqual([]);
      await fail(page);
      expect(await faults(page)).toEqual([]);
    });
  }
}

test("a chart is one stop for Tab, and its marks are walked with the arrows", async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
  const marks = page.getByRole("listbox").filter({ has: page.getByRole("option", { name: /^13–16 jaar/ }) });
  const options = marks.getByRole("option");
  const count = await options.count();
  expect(count).toBeGreaterThan(4);
  expect(
    await options.evaluateAll((all) => all.filter((one) => (one as HTMLElement).tabIndex === 0).length),
  ).toBe(1);

  await options.first().focus();
  await expect(options.first()).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(options.nth(1)).toBeFocused();
  await page.keyboard.press("End");
  await expect(options.last()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(options.last()).toBeFocused();
  await page.keyboard.press("Home");
  await expect(options.first()).toBeFocused();

  const label = await options.first().getAttribute("aria-label");
  expect(label).toMatch(/\d/);
  const tip = page.locator("ben-monitor .tip");
  await expect(tip).toHaveText(label ?? "");
  await page.keyboard.press("Escape");
  await expect(tip).toHaveCount(0);
  await expect(options.first()).toBeFocused();

  await page.keyboard.press("Tab");
  await expect(marks.locator(":focus")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Toon tabel" }).and(page.locator(":focus"))).toHaveCount(1);
});

test("the label under the pointer can be pointed at itself, and goes with the pointer", async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
  const option = page.getByRole("option", { name: /^13–16 jaar/ });
  await option.scrollIntoViewIfNeeded();
  const box = await option.boundingBox();
  if (!box) throw new Error("a mark without a place");
  await page.mouse.move(box.x + Math.min(box.width / 2, 40), box.y + box.height / 2);
  const tip = page.locator("ben-monitor .tip");
  await expect(tip).toContainText("13–16 jaar");
  await tip.hover();
  await expect(tip).toContainText("13–16 jaar");
  await page.mouse.move(2, 2);
  await expect(tip).toHaveCount(0);
});

test("the figures stand in a real table on demand, missing answers included", async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
  const figure = page.getByRole("group").filter({ has: page.getByRole("option", { name: /^13–16 jaar/ }) });
  const button = figure.getByRole("button", { name: "Toon tabel" });
  await expect(button).toHaveAttribute("aria-expanded", "false");
  await button.click();
  const ages = await page.evaluate(() => {
    const indicator = document
      .querySelector("ben-monitor")
      ?.report?.indicators.find(({ id }) => id === "leeftijd");
    return {
      count: indicator?.rows?.find(({ code }) => code === "13-16")?.count,
      n: indicator?.n,
      missing: indicator?.missing,
    };
  });
  const table = figure.getByRole("table").first();
  await expect(table.getByRole("row", { name: /^13–16 jaar/ })).toContainText(`${ages.count}`);
  await expect(table.getByRole("row", { name: /^Totaal bekend/ })).toContainText(`${ages.n}`);
  const missing = await table.locator("tr.soft td:nth-child(2)").allInnerTexts();
  expect(missing.reduce((sum, text) => sum + Number(text), 0)).toBe(ages.missing);
  await figure.getByRole("button", { name: "Verberg tabel" }).click();
  await expect(figure.getByRole("table")).toHaveCount(0);
});

test("nothing sticks out at 320 pixels", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page);
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await overflow()).toBeLessThanOrEqual(0);
  await choose(page, SAMPLES);
  for (const button of await page.locator("ben-monitor .foot button").all()) await button.click();
  await page.locator("ben-monitor-reading summary").first().click();
  await page.locator("ben-monitor-trust summary").click();
  expect(await overflow()).toBeLessThanOrEqual(0);
  await fail(page);
  expect(await overflow()).toBeLessThanOrEqual(0);
});

test("headings begin at the level that the page asks for", async ({ page }) => {
  await open(page);
  await page.evaluate(() => document.querySelector("ben-monitor")?.setAttribute("heading-level", "3"));
  await choose(page, SAMPLES);
  await expect(page.getByRole("heading", { level: 3 })).toHaveCount(1);
  await expect(page.getByRole("heading", { level: 4, name: "Doorlooptijd" })).toHaveCount(1);
  expect(await page.getByRole("heading", { level: 5 }).count()).toBeGreaterThan(4);
});

test("with forced colours the charts take the colours of the system", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
  await open(page);
  await choose(page, SAMPLES);
  const colours = await opaqueColours(page);
  expect(colours).toContainEqual([255, 255, 255]);
  // The accent of the dark theme.
  expect(colours).not.toContainEqual([0x4f, 0xc3, 0xcf]);
});

test("the one live region says how many cases are shown", async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
  await expect(page.getByRole("status")).toContainText("190 van 190 aanmeldingen");
  await page.evaluate(() =>
    document.querySelector("ben-monitor")?.setFilter([{ field: "regio", values: ["Twente"] }]),
  );
  await expect(page.getByRole("status")).toContainText("144 van 190 aanmeldingen");
});
