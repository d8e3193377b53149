// Letters of the reader's own size, and a focus that is always in sight.
import { expect, type Page, test } from "@playwright/test";
import { choose, open, SAMPLES } from "./page";

const element = "ben-monitor";

/** The size of letters in the places where people read, in CSS pixels. */
const letters = (page: Page) =>
  page
    .locator(element)
    .evaluate((host) =>
      [".meta", ".finding", ".say", ".sub", ".foot", ".key .d", ".count", ".read"].map((place) =>
        Number.parseFloat(getComputedStyle(host.shadowRoot?.querySelector(place) as Element).fontSize),
      ),
    );

const setRoot = (page: Page, size: string) =>
  page.evaluate((value) => {
    document.documentElement.style.fontSize = value;
  }, size);

/** Height of a bar in the drawing of ages, and how many pixels its canvas has for each CSS pixel. */
const bar = (page: Page) =>
  page.getByRole("option", { name: /^13–16 jaar/ }).evaluate((one) => one.getBoundingClientRect().height);

test("letters and drawings follow the reader's own size, at once", async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
  const [before, height] = [await letters(page), await bar(page)];
  await setRoot(page, "200%");
  expect(await letters(page)).toEqual(before.map((size) => size * 2));
  await expect.poll(() => bar(page)).toBeGreaterThan(height * 1.8);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});

test("a page whose root is small does not make letters small, and may ask for a size", async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
  const before = await letters(page);
  await setRoot(page, "62.5%");
  expect(await letters(page)).toEqual(before);
  await page.evaluate(() =>
    document.querySelector("ben-monitor")?.style.setProperty("--ben-font-size", "2rem"),
  );
  expect(await letters(page)).toEqual(before.map((size) => (size / 16) * 20));
});

test("what gets the focus is never under the bar", async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
  await page.locator(`${element} [part=crosstab] select`).last().focus();
  const seen: number[] = [];
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press("Shift+Tab");
    seen.push(
      await page.locator(element).evaluate((host) => {
        const root = host.shadowRoot as ShadowRoot;
        const under = root.querySelector(".asking")?.getBoundingClientRect().bottom ?? 0;
        return (root.activeElement?.getBoundingClientRect().top ?? 0) - under;
      }),
    );
  }
  expect(Math.min(...seen)).toBeGreaterThanOrEqual(0);
});

test("Escape closes what is open, also when the focus is nowhere, and gives the focus back", async ({
  page,
}) => {
  await open(page);
  await choose(page, SAMPLES);
  for (const name of ["Periode", "Vergelijken"]) {
    const button = page.getByRole("button", { name, exact: true });
    await button.click();
    await page.locator(`${element} .ask-panel`).click({ position: { x: 3, y: 3 } });
    await page.evaluate(() =>
      (document.querySelector("ben-monitor")?.shadowRoot?.activeElement as HTMLElement)?.blur(),
    );
    await page.keyboard.press("Escape");
    await expect(page.locator(`${element} .ask-panel`)).toHaveCount(0);
    await expect(button).toBeFocused();
  }
  const summary = page.locator(`${element} details.more > summary`);
  await summary.click();
  await page.locator(`${element} .told button`).first().click();
  await expect(page.locator(`${element} .edit`)).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(page.locator(`${element} .edit`)).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(page.locator(`${element} details.more`)).not.toHaveAttribute("open");
  await expect(summary).toBeFocused();
});
