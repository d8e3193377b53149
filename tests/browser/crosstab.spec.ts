// The cross table of two fields of one's choice.
import { expect, type Page, test } from "@playwright/test";
import { faults } from "./axe";
import { choose, eventAfter, open, SAMPLES } from "./page";

const panel = (page: Page) => page.locator("ben-monitor [part=crosstab]");
const rendered = (page: Page, act: () => Promise<unknown>) => eventAfter(page, "ben-rendered", act);

interface Crosstab {
  kind: string;
  total: number;
  rows: { code: string; label: string; cells: { code: string; count: number }[]; total: number }[];
  columns: { code: string; total: number }[];
}

const crosstab = (page: Page) =>
  page.evaluate(() => {
    const { indicators = [] } = document.querySelector("ben-monitor")?.report ?? {};
    return (indicators.find(({ kind }) => kind === "crosstab") ?? null) as unknown as Crosstab | null;
  });

async function pick(page: Page, row: string, column: string): Promise<void> {
  await panel(page).getByLabel("In de rijen").selectOption({ label: row });
  await rendered(page, () => panel(page).getByLabel("In de kolommen").selectOption({ label: column }));
}

test.beforeEach(async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
});

test("two fields give counts with totals, and shares of the row or the column", async ({ page }) => {
  expect(await crosstab(page)).toBeNull();
  await pick(page, "Aanmelder", "Leeftijd");
  const table = panel(page).getByRole("table");
  const figures = await crosstab(page);
  const first = figures?.rows[0];
  if (!figures || !first) throw new Error("a cross table without rows");
  const row = table.getByRole("row").filter({ has: page.getByRole("rowheader", { name: first.label }) });
  await expect(row.getByRole("cell")).toHaveText(
    [...first.cells, { count: first.total }].map(({ count }) => `${count}`),
  );
  await expect(
    table
      .getByRole("row", { name: /^Totaal/ })
      .getByRole("cell")
      .last(),
  ).toHaveText(`${figures.total}`);

  await panel(page).getByRole("radio", { name: "Procenten van de rij" }).check();
  const share = (part: number, whole: number) => `${Math.floor((200 * part + whole) / (2 * whole))}%`;
  await expect(row.getByRole("cell")).toHaveText(
    [...first.cells, { count: first.total }].map(({ count }) => share(count, first.total)),
  );
  await panel(page).getByRole("radio", { name: "Procenten van de kolom" }).check();
  await expect(
    table
      .getByRole("row", { name: /^Totaal/ })
      .getByRole("cell")
      .last(),
  ).toHaveText("100%");
});

test("it can be turned around, and follows the selection", async ({ page }) => {
  await pick(page, "Aanmelder", "Leeftijd");
  const before = await crosstab(page);
  await rendered(page, () => panel(page).getByRole("button", { name: "Draai om" }).click());
  const after = await crosstab(page);
  expect(after?.columns.map(({ code }) => code).sort()).toEqual(before?.rows.map(({ code }) => code).sort());
  await page.evaluate(() =>
    document.querySelector("ben-monitor")?.setFilter([{ field: "regio", values: ["Twente"] }]),
  );
  expect((await crosstab(page))?.total).toBeLessThan(after?.total ?? 0);
});

test("a field against itself is not asked", async ({ page }) => {
  await panel(page).getByLabel("In de rijen").selectOption({ label: "Geslacht" });
  await panel(page).getByLabel("In de kolommen").selectOption({ label: "Geslacht" });
  await expect(panel(page).getByRole("alert")).toContainText("twee verschillende");
  expect(await crosstab(page)).toBeNull();
});

test("the method of the contract does the same", async ({ page }) => {
  const total = await page.evaluate(async () => {
    const element = document.querySelector("ben-monitor");
    const report = await element?.setCrosstab("regio", "geslacht");
    return (report?.indicators.find(({ kind }) => kind === "crosstab") as unknown as Crosstab | undefined)
      ?.total;
  });
  expect(total).toBeGreaterThan(0);
  await expect(panel(page).getByRole("table")).toBeVisible();
});

test("axe-core finds no fault, and nothing sticks out at 320 pixels", async ({ page }) => {
  await pick(page, "Aanmelder", "Verblijf");
  expect(await faults(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});
