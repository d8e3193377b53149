// Every bar selects: bands of lead time, numbers of problems, groups, shares, and problems that come together.
import { expect, type Page, test } from "@playwright/test";
import { choose, csv, eventAfter, open, SAMPLES } from "./page";

const element = "ben-monitor";
const rendered = (page: Page, act: () => Promise<unknown>) => eventAfter(page, "ben-rendered", act);
const chips = (page: Page) => page.locator(`${element} .chip`);
const filter = (page: Page) => page.evaluate(() => document.querySelector("ben-monitor")?.report?.filter);
const selected = (page: Page) =>
  page.evaluate(() => document.querySelector("ben-monitor")?.report?.cases.selected ?? 0);

/** The chart of an indicator. */
async function figure(page: Page, id: string) {
  const index = await page.evaluate(
    (wanted) =>
      document.querySelector("ben-monitor")?.report?.indicators.findIndex((one) => one.id === wanted),
    id,
  );
  return page.locator(`${element} ben-monitor-chart`).filter({ has: page.locator(`#finding-${index}`) });
}

const BARS: [id: string, answer: RegExp, value: string, chip: RegExp][] = [
  ["doorlooptijd", /^3–6 maanden/, "3-6", /Doorlooptijd: 3–6 maanden/],
  ["doorlooptijd", /^Loopt nog/i, "loopt", /Doorlooptijd: nog niet afgesloten/],
  ["stapeling", /^2 problemen/, "2", /Stapeling van problemen: 2 problemen/],
];

for (const [id, answer, value, chip] of BARS) {
  test(`a bar of ${id} (${value}) selects the cases that it stands for`, async ({ page }) => {
    await open(page);
    await choose(page, SAMPLES);
    const chart = await figure(page, id);
    const bar = chart.getByRole("option", { name: answer }).first();
    const told = (await bar.getAttribute("aria-label")) ?? "";
    await bar.focus();
    await rendered(page, () => page.keyboard.press("Enter"));
    expect(await filter(page)).toEqual([{ field: id, values: [value] }]);
    expect(told).toContain(String(await selected(page)));
    await expect(chips(page)).toHaveText([chip]);
    // Its own chart keeps the whole, with what was chosen told; the focus stays.
    await expect(bar).toBeFocused();
    await expect(bar).toHaveAttribute("aria-label", told);
    await expect(bar).toHaveAttribute("aria-selected", "true");
    await rendered(page, () => page.keyboard.press("Enter"));
    expect(await filter(page)).toEqual([]);
    await rendered(page, () => page.getByRole("button", { name: "Ongedaan maken" }).click());
    expect(await filter(page)).toEqual([{ field: id, values: [value] }]);
    await rendered(page, () => page.locator(`${element} .chip button`).click());
    expect(await filter(page)).toEqual([]);
  });
}

test("problems that come together select the cases with all of them, or with these alone", async ({
  page,
}) => {
  await open(page);
  await choose(page, SAMPLES);
  const { pair, exact } = await page.evaluate(() => {
    const found = document
      .querySelector("ben-monitor")
      ?.report?.indicators.find(({ id }) => id === "samenhang") as
      | {
          pairs: { a: string; b: string; count: number }[];
          combinations: { codes: string[]; count: number }[];
        }
      | undefined;
    return { pair: found?.pairs[0], exact: found?.combinations[0] };
  });
  if (!pair || !exact) throw new Error("the samples have problems that come together");
  const set = (value: string) =>
    rendered(page, () =>
      page.evaluate(
        (given) =>
          document.querySelector("ben-monitor")?.setFilter([{ field: "samenhang", values: [given] }]),
        value,
      ),
    );
  await set(`${pair.a}+${pair.b}`);
  expect(await selected(page)).toBe(pair.count);
  await set(`=${exact.codes.join("+")}`);
  expect(await selected(page)).toBe(exact.count);
  await expect(chips(page)).toHaveText([/Problemen die samengaan: alleen .+ \+ /]);
  const chart = await figure(page, "samenhang");
  await expect(chart.locator('[aria-selected="true"]')).toHaveCount(1);
  const others = chart.locator('[aria-selected="false"]');
  expect(await others.count()).toBeGreaterThan(5);
});

test("two years are offered to compare that are both over", async ({ page }) => {
  await open(page);
  const years = ["2022", "2023", "2024", "2025"].flatMap((year) => [`5-1-${year}`, `5-2-${year}`]);
  const rows = years.map((date, at) => `${at + 1};${date}`);
  await choose(page, [csv("jaren.csv", ["casusnummer;aanmelddatum", ...rows].join("\n"))]);
  await page.getByRole("button", { name: "Vergelijken", exact: true }).click();
  await expect(page.locator(`${element} select[name=first]`)).toHaveValue("2024");
  await expect(page.locator(`${element} select[name=second]`)).toHaveValue("2023");
  await expect(page.locator(`${element} select[name=first] option`).last()).toHaveText(
    "2025 (nog niet voorbij)",
  );
});

test("what the files do not hold any more is told, and let go at a press", async ({ page }) => {
  await open(page);
  const file = (name: string, region: string) =>
    csv(name, `casusnummer;aanmelddatum;regio\n1;5-1-2024;${region}\n2;6-1-2024;${region}\n`);
  await choose(page, [file("een.csv", "Twente"), file("twee.csv", "IJsselland")]);
  await rendered(page, () =>
    page.evaluate(() =>
      document.querySelector("ben-monitor")?.setFilter([{ field: "regio", values: ["Twente"] }]),
    ),
  );
  await rendered(page, () =>
    page
      .getByRole("button", { name: /een\.csv/ })
      .first()
      .click(),
  );
  const told = page.locator(`${element} .ask-lost`);
  await expect(told).toContainText("Komt in deze bestanden niet voor: Regio: Twente.");
  await rendered(page, () => told.getByRole("button").click());
  expect(await filter(page)).toEqual([]);
  await expect(told).toHaveCount(0);
});

test("a selection by a column that went with its file is let go, and told", async ({ page }) => {
  await open(page);
  await choose(page, [
    csv("een.csv", "casusnummer;aanmelddatum;geslacht\n1;5-1-2024;jongen\n2;6-1-2024;meisje\n"),
    csv("twee.csv", "casusnummer;aanmelddatum;leeftijd\n1;5-1-2024;12\n2;6-1-2024;13\n"),
  ]);
  await rendered(page, () =>
    page.evaluate(() =>
      document.querySelector("ben-monitor")?.setFilter([{ field: "geslacht", values: ["jongen"] }]),
    ),
  );
  await page
    .getByRole("button", { name: /een\.csv/ })
    .first()
    .click();
  await expect(page.locator(`${element} .done`)).toContainText("De selectie op Geslacht is weg");
  expect(await filter(page)).toEqual([]);
  await expect(page.locator(`${element} .count`)).toHaveText("2 van 2 aanmeldingen");
});

test("on a phone every chip and every chooser can be reached without scrolling sideways", async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page);
  await choose(page, SAMPLES);
  await rendered(page, () =>
    page.evaluate(() =>
      document.querySelector("ben-monitor")?.setFilter([
        { field: "regio", values: ["Twente"] },
        { field: "geslacht", values: ["jongen", "meisje"] },
        { field: "leeftijd", values: ["9-12", "13-16"] },
      ]),
    ),
  );
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight / 2));
  for (const name of ["Periode", "Vergelijken", "Instellingen"])
    await expect(page.getByRole("button", { name, exact: true })).toBeInViewport({ ratio: 1 });
  await page.getByRole("button", { name: "Alle 5" }).click();
  for (const chip of await chips(page).all()) await expect(chip).toBeInViewport({ ratio: 1 });
  await page.getByRole("button", { name: "Minder" }).click();
  // By keyboard all of them show.
  await page.locator(`${element} .chip button`).last().focus();
  await expect(chips(page).last()).toBeInViewport({ ratio: 1 });
});
