import { expect, type Page, test } from "@playwright/test";
import { choose, csv, open, SAMPLES } from "./page";

interface Heard {
  indicators: number;
  all: boolean;
  /** How many drawings in view, and out of it, were made by then. */
  inView: [made: number, of: number];
  beyond: [made: number, of: number];
}

/** Notes of each `ben-rendered` what stood by then. */
async function watchDrawings(page: Page): Promise<() => Promise<Heard[]>> {
  await page.evaluate(() => {
    const heard: Heard[] = [];
    Object.assign(window, { heard });
    document.addEventListener("ben-rendered", (event) => {
      const { indicators, all } = (event as CustomEvent<{ indicators: string[]; all: boolean }>).detail;
      const root = document.querySelector("ben-monitor")?.shadowRoot;
      const canvases = [...(root?.querySelectorAll<HTMLElement>(".plot:not([hidden]) canvas") ?? [])];
      const isInView = (one: HTMLElement) => {
        const { top, bottom } = one.getBoundingClientRect();
        return bottom > -innerHeight && top < 2 * innerHeight;
      };
      const made = (some: HTMLElement[]): [number, number] => [
        some.filter(({ style }) => style.height !== "").length,
        some.length,
      ];
      heard.push({
        indicators: indicators.length,
        all,
        inView: made(canvases.filter(isInView)),
        beyond: made(canvases.filter((one) => !isInView(one))),
      });
    });
  });
  return () => page.evaluate(() => (window as unknown as { heard: Heard[] }).heard);
}

test("what is in view is drawn first, and all the rest after it", async ({ page }) => {
  await open(page);
  const heard = await watchDrawings(page);
  await choose(page, SAMPLES);
  const [first, last, ...more] = await heard();
  expect(more).toEqual([]);
  if (!first || !last) throw new Error("drawn in one go");
  expect([first.all, last.all]).toEqual([false, true]);
  expect(first.inView[1]).toBeGreaterThan(0);
  expect(first.inView[0]).toBe(first.inView[1]);
  expect(first.beyond[0]).toBeLessThan(first.beyond[1]);
  expect(last.beyond[0]).toBe(last.beyond[1]);
  expect(last.indicators).toBeGreaterThan(first.indicators);
});

test("nothing that stands in view moves while the rest is drawn", async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    document.addEventListener(
      "ben-rendered",
      () => {
        const root = document.querySelector("ben-monitor")?.shadowRoot;
        const tops = () =>
          [...(root?.querySelectorAll("ben-monitor-chart") ?? [])]
            .map((one) => one.getBoundingClientRect().top)
            .filter((top) => top < 2 * innerHeight);
        Object.assign(window, { before: tops(), tops });
      },
      { once: true },
    );
  });
  await choose(page, SAMPLES);
  const [before, after] = await page.evaluate(() => {
    const { before, tops } = window as unknown as { before: number[]; tops(): number[] };
    return [before, tops()];
  });
  expect(before.length).toBeGreaterThan(0);
  expect(after).toEqual(before);
});

test("on paper stands every drawing, however early it is asked for", async ({ page }) => {
  await open(page);
  const made = page.evaluate(
    () =>
      new Promise<[number, number]>((resolve) => {
        document.addEventListener(
          "ben-rendered",
          () => {
            dispatchEvent(new Event("beforeprint"));
            // Those that are told as a table have no drawing.
            setTimeout(() => {
              const root = document.querySelector("ben-monitor")?.shadowRoot;
              const canvases = [...(root?.querySelectorAll<HTMLElement>(".plot:not([hidden]) canvas") ?? [])];
              resolve([canvases.filter(({ style }) => style.height !== "").length, canvases.length]);
            });
          },
          { once: true },
        );
      }),
  );
  await choose(page, SAMPLES);
  const [drawn, all] = await made;
  expect(drawn).toBe(all);
});

test("counting that takes long says so, can be stopped, and leaves the figures that stood", async ({
  page,
}) => {
  // A worker that keeps its orders for later is one that is busy.
  await page.addInitScript(() => {
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (order: { kind?: string }, ...rest: unknown[]) {
      const { busy } = window as unknown as { busy?: boolean };
      if (busy && order.kind === "report") return;
      postMessage.apply(this, [order, ...rest] as Parameters<typeof postMessage>);
    };
  });
  await open(page);
  await choose(page, SAMPLES);
  await page.waitForTimeout(100);
  const code = page.evaluate(() => {
    Object.assign(window, { busy: true });
    const clauses = [{ field: "regio", values: ["Twente"] }];
    return document
      .querySelector("ben-monitor")
      ?.setFilter(clauses)
      .catch((error: { code: string }) => error.code);
  });
  await expect(page.getByRole("progressbar")).toBeVisible();
  await expect(page.getByText("Bezig met tellen")).toBeVisible();
  await page.getByRole("button", { name: "Stop" }).click();
  expect(await code).toBe("element.stopped");
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  await expect(page.getByRole("alert")).toHaveCount(0);
  const selected = () => page.evaluate(() => document.querySelector("ben-monitor")?.report?.cases.selected);
  const before = await selected();
  await page.evaluate(() => {
    Object.assign(window, { busy: false });
    return document.querySelector("ben-monitor")?.setFilter([{ field: "regio", values: ["Twente"] }]);
  });
  expect(await selected()).toBeLessThan(before ?? 0);
});

test("a worker that is lost is told of in a sentence, and the next file is read", async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
  const [worker] = page.workers();
  await worker?.evaluate(() => {
    setTimeout(() => {
      throw new Error("no memory left");
    });
  });
  const code = await page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    return document
      .querySelector("ben-monitor")
      ?.setFilter([{ field: "regio", values: ["Twente"] }])
      .catch((error: { code: string }) => error.code);
  });
  expect(code).toBe("element.crashed");
  await expect(page.getByRole("alert")).toContainText("te weinig geheugen");
  await page.evaluate(() => document.querySelector("ben-monitor")?.ready);
  await choose(page, [csv("klein.csv", "aanmelddatum;leeftijd\n1-2-2024;12\n")]);
  await expect(page.getByRole("alert")).toHaveCount(0);
});
