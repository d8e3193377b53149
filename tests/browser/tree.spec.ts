// What a screen reader gets of each state: the tree of names and roles, in Dutch, as reviewed.
// `cargo xtask test --browser -- tree.spec --update-snapshots` writes `trees/` anew; read the difference.
import { expect, type Locator, type Page, test } from "@playwright/test";
import { choose, csv, eventAfter, open, SAMPLES } from "./page";

/** Exactly so: what is added is to be reviewed too. */
async function expectTree(root: Locator, name: string): Promise<void> {
  const tree = await root.ariaSnapshot();
  // Each build has a number, and each run of the tests an address of its own.
  const lasting = tree
    .replace(/code: [0-9a-f]{16}$/gm, "code: BUILD")
    .replace(/http:\/\/127\.0\.0\.1:\d+/g, "");
  expect(`${lasting}\n`).toMatchSnapshot(`${name}.txt`);
}

const element = (page: Page) => page.locator("ben-monitor");

/** A single page of figures: the tree of all would be too long to be reviewed. */
async function openWith(page: Page, indicators: string): Promise<void> {
  await open(page);
  await page.evaluate(
    (ids) => document.querySelector("ben-monitor")?.setAttribute("indicators", ids),
    indicators,
  );
}

test("of the empty element", async ({ page }) => {
  await open(page);
  await expectTree(element(page), "empty");
});

test("of figures: key figures, a chart with its marks, its table", async ({ page }) => {
  await openWith(page, "leeftijd maatregel_ja");
  await choose(page, SAMPLES);
  await page.getByRole("button", { name: "Toon tabel" }).first().click();
  await expectTree(element(page), "figures");
});

test("of a selection", async ({ page }) => {
  await openWith(page, "geslacht");
  await choose(page, SAMPLES);
  await eventAfter(page, "ben-rendered", () =>
    page.evaluate(() =>
      document.querySelector("ben-monitor")?.setFilter([{ field: "regio", values: ["Twente"] }]),
    ),
  );
  await expectTree(element(page), "selected");
});

test("of how a file was read, with a question", async ({ page }) => {
  await openWith(page, "geslacht");
  const file = csv(
    "eigen.csv",
    "Lft;Aangemeld op;Geslacht\n12;1-1-2024;m\n13;2-2-2024;zomaar\n14;3-3-2024;v\n",
  );
  await choose(page, [file]);
  await expectTree(element(page), "reading");
});

test("of an error", async ({ page }) => {
  await open(page);
  const input = page.locator("ben-monitor input[type=file]");
  await eventAfter(page, "ben-error", () => input.setInputFiles(csv("leeg.csv", "")));
  await expectTree(element(page), "error");
});

test("of a publication with hidden counts", async ({ page }) => {
  await page.goto("/tests/publication.html");
  const monitor = element(page);
  await page.evaluate(() =>
    document.querySelector("ben-monitor")?.setAttribute("indicators", "problematiek leeftijd"),
  );
  await expect(monitor.getByRole("option", { name: "verborgen" }).first()).toBeAttached();
  await expectTree(monitor, "publication");
});

test("of a presentation", async ({ page }) => {
  await openWith(page, "leeftijd geslacht");
  await choose(page, SAMPLES);
  await page.getByRole("button", { name: "Presenteren" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(dialog.getByRole("option").first()).toBeAttached();
  await expectTree(dialog, "presentation");
});

test("of what can be taken along of a figure", async ({ page }) => {
  await openWith(page, "geslacht");
  await choose(page, SAMPLES);
  await page.getByRole("button", { name: "Meenemen" }).click();
  await expectTree(page.locator("ben-monitor-leave"), "leaving");
});
