// Tables say what their drawings say: a small count has its ring in both.
import { expect, type Page, test } from "@playwright/test";
import { choose, eventAfter, open, SAMPLES } from "./page";

const RING = "\u00a0○";

interface Cell {
  count: number | null;
  status?: string;
}
interface Parts {
  id: string;
  pyramid?: { rows: { label: string; cells: Cell[] }[] };
  pairs?: Cell[];
  combinations?: Cell[];
  rows?: { cells?: Cell[] }[];
}

const partsOf = (page: Page, id: string) =>
  page.evaluate(
    (wanted) => document.querySelector("ben-monitor")?.report?.indicators.find((one) => one.id === wanted),
    id,
  ) as unknown as Promise<Parts>;

const written = ({ count, status }: Cell) => `${count}${status === "small" ? RING : ""}`;

async function tableOf(page: Page, title: RegExp, caption: RegExp): Promise<string[][]> {
  const figure = page.locator("ben-monitor ben-monitor-chart").filter({ hasText: title }).first();
  await figure.getByRole("button", { name: "Toon tabel" }).click();
  await expect(figure.locator(".tables .under").filter({ hasText: "klein aantal" })).toHaveCount(1);
  return figure
    .locator("table")
    .filter({ has: page.locator("caption", { hasText: caption }) })
    .evaluate((table) =>
      [...table.querySelectorAll("tbody tr")].map((row) =>
        [...row.querySelectorAll("td")].map((cell) => cell.textContent ?? ""),
      ),
    );
}

test("ages by gender and problems that come together mark small counts in their tables", async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
  const { pyramid } = await partsOf(page, "leeftijd");
  const ages = await tableOf(page, /Leeftijd bij aanmelding/, /leeftijdsjaar en geslacht/);
  const expected = (pyramid?.rows ?? []).map(({ cells }) => cells.map(written));
  expect(ages.slice(0, -1).map((row) => row.slice(0, -1))).toEqual(expected);
  expect(expected.flat().some((text) => text.endsWith(RING))).toBe(true);

  const { pairs = [], combinations = [] } = await partsOf(page, "samenhang");
  const together = await tableOf(page, /die samen voorkomen/, /Problemen die samen voorkomen/);
  expect(together.slice(-pairs.length).map((row) => row[1])).toEqual(pairs.map(written));
  const figure = page
    .locator("ben-monitor ben-monitor-chart")
    .filter({ hasText: /die samen voorkomen/ })
    .first();
  const exact = figure.locator("table").last().locator("tbody td:nth-child(2)");
  expect(await exact.allTextContents()).toEqual(combinations.map(written));
});

test("a cross table marks small counts", async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
  await eventAfter(page, "ben-rendered", () =>
    page.evaluate(() => document.querySelector("ben-monitor")?.setCrosstab("aanmelder", "leeftijd")),
  );
  const { rows = [] } = await partsOf(page, "kruistabel");
  const cells = await page
    .locator("ben-monitor table.cross tbody tr:not(.sum)")
    .evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll("td:not(.total)")].map((cell) => cell.textContent?.trim())),
    );
  expect(cells).toEqual(rows.map((row) => (row.cells ?? []).map(written)));
});
