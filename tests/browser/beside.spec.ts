// Two selections beside each other: what the page tells of the one, it tells of the other.
import { expect, test } from "@playwright/test";
import { choose, eventAfter, open, SAMPLES } from "./page";

const SIDES = [
  { name: "Twente", filter: [{ field: "regio", values: ["Twente"] }] },
  { name: "IJsselland", filter: [{ field: "regio", values: ["IJsselland"] }] },
] as const;

test("key figures, foot lines and tables name both selections", async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
  const state = await page.evaluate(() => document.querySelector("ben-monitor")?.save());
  await eventAfter(page, "ben-rendered", () =>
    page.evaluate((wanted) => document.querySelector("ben-monitor")?.restore(wanted as never), {
      ...state,
      filter: SIDES[0].filter,
      against: { filter: SIDES[1].filter },
    }),
  );
  const tiles = page.locator("ben-monitor .keys .key");
  expect(await tiles.count()).toBeGreaterThan(3);
  for (const tile of await tiles.all()) await expect(tile).toContainText("Twente");
  await expect(tiles.first()).toContainText("IJsselland: 46");
  const ages = page.locator("ben-monitor ben-monitor-chart").filter({ hasText: "Leeftijd bij aanmelding" });
  await expect(ages.locator(".foot")).toContainText(/Twente: \d+ onbekend · IJsselland: \d+ onbekend/);
  await ages.getByRole("button", { name: "Toon tabel" }).click();
  for (const { name } of SIDES) {
    const captions = ages.locator("caption").filter({ hasText: new RegExp(`^\\s*${name}: `) });
    expect(await captions.count()).toBeGreaterThan(0);
  }
  const meetings = page.locator("ben-monitor ben-monitor-chart").filter({ hasText: "overleggen" }).first();
  await expect(meetings.locator("caption")).toHaveCount(2);
});
