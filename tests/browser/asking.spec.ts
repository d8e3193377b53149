// Asking further: selecting by what is drawn, chips, the way back, periods, and the way through the page.
import { expect, type Page, test } from "@playwright/test";
import { faults } from "./axe";
import { choose, csv, eventAfter, open, SAMPLES } from "./page";

const element = "ben-monitor";
const rendered = (page: Page, act: () => Promise<unknown>) => eventAfter(page, "ben-rendered", act);
const count = (page: Page) => page.locator(`${element} .asking .count`);
const chips = (page: Page) => page.locator(`${element} .chip`);
const filter = (page: Page) => page.evaluate(() => document.querySelector("ben-monitor")?.report?.filter);
const selected = (page: Page) =>
  page.evaluate(() => document.querySelector("ben-monitor")?.report?.cases.selected ?? 0);

/** The figure that has this answer among its marks. */
const figureOf = (page: Page, answer: RegExp) =>
  page.locator(`${element} ben-monitor-chart`).filter({ has: page.getByRole("option", { name: answer }) });

async function ready(page: Page): Promise<void> {
  await open(page);
  await choose(page, SAMPLES);
}

/** Clicks in the middle of a mark, as a person with a pointer does. */
async function click(page: Page, answer: RegExp): Promise<void> {
  const option = page.getByRole("option", { name: answer }).first();
  await option.scrollIntoViewIfNeeded();
  // Out from under the bar that stays in view.
  await page.evaluate(() => window.scrollBy(0, -120));
  const box = await option.boundingBox();
  if (!box) throw new Error("a mark without a place");
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

test("a click on a bar selects its answer, and a second click lets go of it", async ({ page }) => {
  await ready(page);
  await expect(count(page)).toHaveText("190 van 190 aanmeldingen");
  const marks = await figureOf(page, /^Twente/)
    .first()
    .getByRole("option")
    .count();
  await rendered(page, () => click(page, /^Twente/));
  expect(await filter(page)).toEqual([{ field: "regio", values: ["Twente"] }]);
  await expect(count(page)).toHaveText("144 van 190 aanmeldingen");
  await expect(page.getByRole("status").first()).toContainText("144 van 190 aanmeldingen");
  // Its own chart keeps showing the whole, with the chosen part told.
  const own = figureOf(page, /^Twente/).first();
  expect(await own.getByRole("option").count()).toBe(marks);
  await expect(own.getByRole("option", { name: /^Twente/ })).toHaveAttribute("aria-selected", "true");
  await expect(own.getByRole("option", { name: /^IJsselland/ })).toHaveAttribute("aria-selected", "false");
  await rendered(page, () => click(page, /^Twente/));
  expect(await filter(page)).toEqual([]);
});

test("several answers of one field mean any of them, several fields all of them", async ({ page }) => {
  await ready(page);
  await rendered(page, () => click(page, /^9–12 jaar/));
  const one = await selected(page);
  await rendered(page, () => click(page, /^13–16 jaar/));
  const two = await selected(page);
  expect(two).toBeGreaterThan(one);
  await rendered(page, () => click(page, /^Jongen/));
  expect(await selected(page)).toBeLessThan(two);
  expect(await filter(page)).toEqual([
    { field: "leeftijd", values: ["9-12", "13-16"] },
    { field: "geslacht", values: ["jongen"] },
  ]);
  await expect(chips(page)).toHaveCount(3);
});

test("by keyboard alone: Enter and the space bar select, and the focus stays on the answer", async ({
  page,
}) => {
  await ready(page);
  const figure = figureOf(page, /^13–16 jaar/).first();
  const list = figure.getByRole("listbox");
  await expect(list).toHaveAttribute("aria-multiselectable", "true");
  await expect(list).toHaveAccessibleDescription(/Enter/);
  const band = figure.getByRole("option", { name: /^13–16 jaar/ });
  await band.focus();
  await rendered(page, () => page.keyboard.press("Enter"));
  await expect(band).toBeFocused();
  await expect(band).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowUp");
  await rendered(page, () => page.keyboard.press(" "));
  await expect(chips(page)).toHaveCount(2);
  await rendered(page, () => page.keyboard.press(" "));
  await expect(chips(page)).toHaveCount(1);
});

test("a finger selects as a pointer does", async ({ browser }) => {
  const context = await browser.newContext({ hasTouch: true, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await ready(page);
  const option = page.getByRole("option", { name: /^Twente/ }).first();
  await option.evaluate((one) => one.scrollIntoView({ block: "center" }));
  const box = await option.boundingBox();
  if (!box) throw new Error("a mark without a place");
  await rendered(page, () => page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2));
  await expect(count(page)).toHaveText("144 van 190 aanmeldingen");
  await context.close();
});

test("each answer has a chip of its own; the focus goes on when a chip is gone", async ({ page }) => {
  await ready(page);
  await rendered(page, () =>
    page.evaluate(() =>
      document.querySelector("ben-monitor")?.setFilter([
        { field: "regio", values: ["Twente"] },
        { field: "geslacht", values: ["jongen", "meisje"] },
      ]),
    ),
  );
  await expect(chips(page)).toHaveText([/Regio: Twente/, /Geslacht: Jongen/, /Geslacht: Meisje/]);
  await rendered(page, () => page.getByRole("button", { name: "Haal Geslacht: Jongen weg" }).click());
  expect(await filter(page)).toContainEqual({ field: "geslacht", values: ["meisje"] });
  await expect(page.getByRole("button", { name: "Haal Geslacht: Meisje weg" })).toBeFocused();
  await rendered(page, () => page.keyboard.press("Enter"));
  await rendered(page, () => page.keyboard.press("Enter"));
  await expect(chips(page)).toHaveCount(0);
  await expect(count(page)).toBeFocused();
});

test("undo goes back several steps, redo forth, and nothing is lost", async ({ page }) => {
  await ready(page);
  const set = (values: string[]) =>
    rendered(page, () =>
      page.evaluate(
        (given) => document.querySelector("ben-monitor")?.setFilter([{ field: "geslacht", values: given }]),
        values,
      ),
    );
  await set(["jongen"]);
  await set(["meisje"]);
  const undo = page.getByRole("button", { name: "Ongedaan maken" });
  await rendered(page, () => undo.click());
  expect(await filter(page)).toEqual([{ field: "geslacht", values: ["jongen"] }]);
  await rendered(page, () => undo.click());
  expect(await filter(page)).toEqual([]);
  await expect(undo).toHaveCount(0);
  const redo = page.getByRole("button", { name: "Opnieuw doen" });
  await rendered(page, () => redo.click());
  await rendered(page, () => redo.click());
  expect(await filter(page)).toEqual([{ field: "geslacht", values: ["meisje"] }]);
  await rendered(page, () => page.getByRole("button", { name: "Wis alles" }).click());
  expect(await filter(page)).toEqual([]);
  // Clearing is a step like any other.
  await rendered(page, () => undo.click());
  expect(await filter(page)).toEqual([{ field: "geslacht", values: ["meisje"] }]);
});

test("a period is a range of months, quarters, half-years or years", async ({ page }) => {
  await ready(page);
  await page.getByRole("button", { name: "Periode", exact: true }).click();
  await expect(page.locator(`${element} select[name=unit]`)).toBeFocused();
  await page.locator(`${element} select[name=unit]`).selectOption("quarter");
  await page.locator(`${element} select[name=from]`).selectOption("2024-Q2");
  await page.locator(`${element} select[name=to]`).selectOption("2024-Q3");
  await rendered(page, () => page.getByRole("button", { name: "Kies deze periode" }).click());
  expect(await filter(page)).toEqual([{ field: "aanmelddatum", values: ["2024-04..2024-09"] }]);
  await expect(chips(page)).toHaveText([/Periode: april – september 2024/]);
  await expect(page.getByRole("button", { name: "Periode", exact: true })).toBeFocused();
  const months = await page.evaluate(() =>
    document
      .querySelector("ben-monitor")
      ?.report?.indicators.find(({ id, unit }) => id === "aanmeldingen" && unit === "month")
      ?.rows?.filter(({ code = "" }) => code >= "2024-04" && code <= "2024-09")
      .reduce((sum, row) => sum + (row.count ?? 0), 0),
  );
  expect(await selected(page)).toBe(months);
  await page.getByRole("button", { name: "Periode", exact: true }).click();
  await rendered(page, () => page.getByRole("button", { name: "2e halfjaar 2024" }).click());
  expect(await filter(page)).toEqual([{ field: "aanmelddatum", values: ["2024-H2"] }]);
});

test("a period without cases is not offered, and one that is turned around is told", async ({ page }) => {
  await open(page);
  const rows = ["1;1-1-2024", "2;2-1-2024", "3;5-6-2024"];
  await choose(page, [csv("leeg-midden.csv", ["casusnummer;aanmelddatum", ...rows].join("\n"))]);
  await page.getByRole("button", { name: "Periode", exact: true }).click();
  await page.locator(`${element} select[name=from]`).selectOption("2024-02");
  await page.locator(`${element} select[name=to]`).selectOption("2024-04");
  await expect(page.getByRole("alert")).toContainText("geen aanmeldingen");
  // It can be reached, and does nothing.
  await page.getByRole("button", { name: "Kies deze periode" }).click({ force: true });
  expect(await filter(page)).toEqual([]);
  await page.locator(`${element} select[name=from]`).selectOption("2024-06");
  await page.locator(`${element} select[name=to]`).selectOption("2024-01");
  await expect(page.getByRole("alert")).toContainText("Draai ze om");
  await page.keyboard.press("Escape");
  await expect(page.locator(`${element} .ask-panel`)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Periode", exact: true })).toBeFocused();
});

test("referrals are shown by month, quarter, half-year or year", async ({ page }) => {
  await ready(page);
  const figure = page.locator(`${element} ben-monitor-chart`).first();
  await figure.getByRole("radio", { name: "kwartaal" }).check();
  await figure.getByRole("button", { name: "Toon tabel" }).click();
  await expect(figure.getByRole("rowheader", { name: /kwartaal 2024/ })).toHaveCount(4);
});

test("the bar stays in view, and takes at most a fifth of a phone", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await ready(page);
  await rendered(page, () =>
    page.evaluate(() =>
      document.querySelector("ben-monitor")?.setFilter([
        { field: "regio", values: ["Twente"] },
        { field: "geslacht", values: ["jongen", "meisje"] },
      ]),
    ),
  );
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight / 2));
  await expect(count(page)).toBeInViewport({ ratio: 1 });
  const bottom = await page
    .locator(`${element} .asking`)
    .evaluate((bar) => bar.getBoundingClientRect().bottom);
  expect(bottom).toBeLessThan(640 / 5);
  await page.getByRole("button", { name: "Periode", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(`${element} .ask-panel`)).toBeInViewport();
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await overflow()).toBeLessThanOrEqual(0);
});

test("a line leads to the sections, and one line names what the file does not hold", async ({ page }) => {
  await ready(page);
  const ways = page.getByRole("navigation", { name: "Naar een onderdeel" });
  await ways.getByRole("button", { name: "Doorlooptijd" }).click();
  const title = page.getByRole("heading", { name: "Doorlooptijd", exact: true });
  await expect(title).toBeFocused();
  await expect(title).toBeInViewport();
  const bar = await page.locator(`${element} .asking`).evaluate((one) => one.getBoundingClientRect().bottom);
  expect(await title.evaluate((one) => one.getBoundingClientRect().top)).toBeGreaterThanOrEqual(bar);

  await choose(page, [csv("klein.csv", "casusnummer;aanmelddatum;leeftijd\n1;1-1-2024;12\n2;1-2-2024;15\n")]);
  const absent = page.locator(`${element} .absent`);
  await expect(absent).toContainText("Niet in dit bestand:");
  await expect(absent).toContainText("Geslacht");
  await expect(absent).not.toContainText("Leeftijd");
});

test("what is selected in a column of the file's own never leaves the element", async ({ page }) => {
  await open(page);
  await choose(page, [
    csv(
      "eigen.csv",
      "casusnummer;aanmelddatum;Kleur\n1;1-1-2024;rood\n2;2-1-2024;rood\n3;3-1-2024;blauw\n4;4-1-2024;blauw\n",
    ),
  ]);
  await page.evaluate(() =>
    document.querySelector("ben-monitor")?.setMapping({ columns: { Kleur: "eigen_1" }, values: {} }),
  );
  const heard = await eventAfter<{ clauses: { field: string; values: string[] }[] }>(
    page,
    "ben-filter-change",
    () => click(page, /^rood/i),
  );
  expect(heard.clauses).toEqual([{ field: "eigen_1", values: [] }]);
  const saved = await page.evaluate(() => JSON.stringify(document.querySelector("ben-monitor")?.save()));
  expect(saved).not.toContain("rood");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe-core finds no fault with a selection and the choosers open (${colorScheme})`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await ready(page);
    await rendered(page, () => click(page, /^Twente/));
    expect(await faults(page)).toEqual([]);
    for (const name of ["Periode", "Vergelijken"]) {
      await page.getByRole("button", { name, exact: true }).click();
      expect(await faults(page)).toEqual([]);
    }
  });
}
