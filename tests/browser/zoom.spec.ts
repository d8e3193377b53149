// For who reads large, with more space, without motion: nothing is cut off, covered or moved.
import { expect, type Page, test } from "@playwright/test";
import { choose, csv, eventAfter, open, SAMPLES } from "./page";

const WIDER = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;

/** Sets text as far apart as WCAG 1.4.12 asks for, in the page and in the element. */
async function space(page: Page): Promise<void> {
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    const root = document.querySelector("ben-monitor")?.shadowRoot;
    document.adoptedStyleSheets.push(sheet);
    root?.adoptedStyleSheets.push(sheet);
  }, WIDER);
}

/** Boxes whose words do not fit in them and can't be scrolled to, by their class. */
function cut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector("ben-monitor")?.shadowRoot;
    return [...(root?.querySelectorAll<HTMLElement>("*") ?? [])]
      .filter((one) => {
        const { overflowX, overflowY, clipPath, display } = getComputedStyle(one);
        const clips = [overflowX, overflowY].some((value) => value === "hidden" || value === "clip");
        const isMeantToBe = clipPath !== "none" || display === "none" || !one.textContent?.trim();
        const sticksOut = one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1;
        return clips && !isMeantToBe && sticksOut && one.clientWidth > 0;
      })
      .map((one) => `${one.localName}.${one.className}`);
  });
}

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function states(page: Page, look: () => Promise<void>): Promise<void> {
  await open(page);
  await look();
  await choose(page, SAMPLES);
  await page.getByRole("button", { name: "Toon tabel" }).first().click();
  for (const summary of (await page.locator("ben-monitor summary").all()).slice(0, 3)) await summary.click();
  await look();
  const input = page.locator("ben-monitor input[type=file]");
  await eventAfter(page, "ben-error", () => input.setInputFiles(csv("leeg.csv", "")));
  await look();
}

test("with text far apart nothing is cut off or sticks out", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await states(page, async () => {
    await space(page);
    expect(await cut(page)).toEqual([]);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
  });
});

// A window of 1280 by 1024 at 400 %.
test("at 400 % all can be reached without going sideways", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await states(page, async () => {
    expect(await cut(page)).toEqual([]);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
  });
});

test("at 400 % what has the focus is not under what stays in view", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await open(page);
  await choose(page, SAMPLES);
  const covered: string[] = [];
  for (let stop = 0; stop < 40; stop += 1) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate(() => {
      const root = document.querySelector("ben-monitor")?.shadowRoot;
      const focused = root?.activeElement;
      if (!focused) return null;
      const { x, y, width, height } = focused.getBoundingClientRect();
      const seen = [0.1, 0.3, 0.5, 0.7, 0.9].some((part) => {
        const top = root.elementFromPoint(x + width / 2, y + height * part);
        return top === focused || focused.contains(top) || top?.contains(focused);
      });
      return seen ? null : `${focused.localName}.${focused.className}`;
    });
    if (found) covered.push(found);
  }
  expect(covered).toEqual([]);
});

test("who wants no motion sees none", { tag: "@chromium" }, async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page);
  await choose(page, SAMPLES);
  const moving = await page.evaluate(() => {
    const root = document.querySelector("ben-monitor")?.shadowRoot;
    const slow = [...(root?.querySelectorAll("*") ?? [])].filter((one) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one);
      const moves = transitionDuration.split(", ").some((time) => Number.parseFloat(time) > 0);
      return moves || animationName !== "none" || scrollBehavior === "smooth";
    });
    return slow.map((one) => `${one.localName}.${one.className}`);
  });
  expect(moving).toEqual([]);
});

test("there is one live region, and it is polite", async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
  const regions = await page.evaluate(() => {
    const root = document.querySelector("ben-monitor")?.shadowRoot;
    const all = root?.querySelectorAll("[aria-live], [role=status], [role=alert], [role=log]") ?? [];
    // What is around a dialog is silent while it is open: it has one of its own.
    const around = [...all].filter((one) => !one.closest("dialog"));
    return around.map((one) => `${one.getAttribute("role")} ${one.getAttribute("aria-live")}`);
  });
  expect(regions).toEqual(["status null"]);
});
