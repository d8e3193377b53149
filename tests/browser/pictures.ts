// The pictures of the guides, taken of the real thing: `cargo xtask pictures` writes them to docs/pictures/.
import { fileURLToPath } from "node:url";
import { type Locator, type Page, test } from "@playwright/test";
import { choose, csv, eventAfter, open, SAMPLES } from "./page";

const FOLDER = fileURLToPath(new URL("../../docs/pictures/", import.meta.url));
const WIDE = { width: 1000, height: 720 };

const element = (page: Page) => page.locator("ben-monitor");

/** Takes what is in view. */
async function take(page: Page, name: string): Promise<void> {
  // Where the pointer is left nothing is marked.
  await page.mouse.move(0, 0);
  await page.screenshot({ path: `${FOLDER}${name}.png`, animations: "disabled" });
}

/** Takes a part, with some room around it. */
async function takePart(page: Page, part: Locator, name: string, most = WIDE.height): Promise<void> {
  // What stays in view while one scrolls would lie over it.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(".asking { position: static !important; }");
    document.querySelector("ben-monitor")?.shadowRoot?.adoptedStyleSheets.push(sheet);
  });
  await part.scrollIntoViewIfNeeded();
  const box = await part.boundingBox();
  if (!box) throw new Error(`${name} is not in view`);
  // A clip of the whole page begins at its top, a box at the top of what is in view.
  const scrolled = await page.evaluate(() => window.scrollY);
  const [x, y] = [Math.max(0, box.x - 12), Math.max(0, box.y + scrolled - 12)];
  const clip = { x, y, width: box.width + 24, height: Math.min(box.height + 24, most) };
  await page.screenshot({ path: `${FOLDER}${name}.png`, clip, fullPage: true, animations: "disabled" });
}

test.use({ viewport: WIDE, colorScheme: "light" });

test("the empty element", async ({ page }) => {
  await open(page);
  await takePart(page, element(page), "leeg");
});

test("figures, and one of them from near", async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
  await take(page, "cijfers");
  const figure = page.locator("ben-monitor-chart").filter({ hasText: "trauma voorop" }).first();
  await takePart(page, figure, "figuur");
});

test("how a file was read, with a question", async ({ page }) => {
  await open(page);
  const rows = [
    "12;1-1-2024;ouders",
    "13;2-2-2024;bij tante",
    "14;3-3-2024;ouders",
    "15;4-4-2024;pleeggezin",
  ];
  await choose(page, [csv("eigen-telling.csv", ["Lft;Aangemeld op;Verblijf", ...rows].join("\n"))]);
  await takePart(page, page.locator("ben-monitor [part=understanding]").first(), "gelezen", 620);
});

test("a selection, and two groups beside each other", async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
  const rendered = (act: () => Promise<unknown>) => eventAfter(page, "ben-rendered", act);
  await rendered(() =>
    page.evaluate(() =>
      document.querySelector("ben-monitor")?.setFilter([{ field: "regio", values: ["Twente"] }]),
    ),
  );
  const bar = page.getByRole("region", { name: "Selectie" });
  await takePart(page, bar, "selectie");
  await bar.getByRole("button", { name: "Vergelijken" }).click();
  await page.getByLabel(/naast alle andere aanmeldingen/).check();
  await rendered(() => page.getByRole("button", { name: "Zet naast elkaar" }).click());
  const figure = page
    .locator("ben-monitor-chart")
    .filter({ hasText: "Problematiek die voorop staat" })
    .first();
  await takePart(page, figure, "vergeleken");
});

test("taking along, and presenting", async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
  const figure = page.locator("ben-monitor-chart").filter({ hasText: "trauma voorop" }).first();
  await figure.getByRole("button", { name: "Meenemen" }).click();
  await takePart(page, figure, "meenemen", WIDE.height + 400);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Presenteren" }).click();
  await page.keyboard.press("End");
  for (let back = 0; back < 6; back += 1) await page.keyboard.press("PageUp");
  await page.waitForTimeout(500);
  await take(page, "presenteren");
});

test("making a publication", async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
  await page.locator("ben-monitor summary").filter({ hasText: "Publiceren" }).click();
  const panel = page.locator("ben-monitor-publish");
  await takePart(page, panel, "publiceren-kies");
  await page.getByRole("button", { name: "Bekijk vooraf" }).click();
  await page.getByRole("button", { name: "Bewaar publicatie" }).waitFor();
  await panel.locator("[data-step=check]").evaluate((step) => step.scrollIntoView());
  await take(page, "publiceren-controleer");
});

test("a publication", async ({ page }) => {
  await page.goto("/tests/publication.html");
  await page.getByRole("listbox").first().waitFor();
  await page.waitForTimeout(500);
  await take(page, "publicatie");
});
