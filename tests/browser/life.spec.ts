// The element's life on a page: two of them, moved, removed, back again, emptied; and loads that overtake another.
import { expect, test } from "@playwright/test";
import { choose, csv, drawings, open, SAMPLES } from "./page";

test("two elements have each their own figures", async ({ page }) => {
  await open(page, "/tests/two.html");
  const [ijsselland = "", twente = ""] = SAMPLES;
  await choose(page, [ijsselland], "#first");
  await choose(page, [twente], "#second");
  const read = await page
    .locator("ben-monitor")
    .evaluateAll((all) => all.map((one) => (one as HTMLElementTagNameMap["ben-monitor"]).report?.cases.read));
  expect(read).toEqual([46, 144]);
  await expect(page.locator("#first").getByText("Alleen op deze computer")).toBeVisible();
  await expect(page.locator("#second").getByText("Only on this computer")).toBeVisible();
  expect(page.workers()).toHaveLength(2);
});

test("an element that is moved lives on with its figures and its worker", async ({ page }) => {
  await open(page, "/tests/two.html");
  await choose(page, SAMPLES, "#first");
  const workers = page.workers();
  const selected = await page.evaluate(async () => {
    const element = document.querySelector<HTMLElementTagNameMap["ben-monitor"]>("#first");
    if (element) document.querySelector("#right")?.prepend(element);
    await new Promise((resolve) => setTimeout(resolve));
    const report = await element?.setFilter([{ field: "regio", values: ["Twente"] }]);
    return report?.cases.selected;
  });
  expect(selected).toBe(144);
  expect(page.workers()).toEqual(workers);
});

test("an element that is removed ends its worker, and can come back", async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
  const [worker] = page.workers();
  const ended = new Promise<void>((resolve) => worker?.on("close", () => resolve()));
  await page.evaluate(() => {
    const element = document.querySelector("ben-monitor");
    Object.assign(window, { element });
    element?.remove();
  });
  await ended;
  expect(page.workers()).toHaveLength(0);
  await page.evaluate(async () => {
    const { element } = window as unknown as { element: HTMLElementTagNameMap["ben-monitor"] };
    document.body.append(element);
    await element.ready;
  });
  expect(page.workers()).toHaveLength(1);
  await choose(page, SAMPLES);
  expect(await page.evaluate(() => document.querySelector("ben-monitor")?.report?.cases.read)).toBe(190);
});

test("forget() drops the data, ends the worker, and leaves an element that can read", async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
  const [worker] = page.workers();
  const ended = new Promise<void>((resolve) => worker?.on("close", () => resolve()));
  const left = await page.evaluate(async () => {
    const element = document.querySelector("ben-monitor");
    element?.forget();
    const { report, findings } = element ?? {};
    await element?.ready;
    return { report, findings };
  });
  expect(left).toEqual({ report: null, findings: [] });
  await ended;
  await expect(page.getByText("Sleep een monitorbestand hierheen")).toBeVisible();
  await expect(page.locator("ben-monitor canvas")).toHaveCount(0);
  await choose(page, SAMPLES);
});

test("a newer load wins, and the older one says so", async ({ page }) => {
  await open(page);
  const outcome = await page.evaluate(async () => {
    const element = document.querySelector("ben-monitor");
    if (!element) return null;
    const head = "aanmelddatum;leeftijd\n";
    const older = element
      .load(new File([head, "1-1-2024;12\n".repeat(50_000)], "ouder.csv"))
      .catch((error: { code: string }) => error.code);
    const newer = element.load(new File([head, "1-1-2024;12\n2-1-2024;13\n"], "nieuwer.csv"));
    return { older: await older, newer: (await newer).cases.read };
  });
  expect(outcome).toEqual({ older: "element.superseded", newer: 2 });
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("a reading that takes long shows how far it is, and can be stopped", async ({ page }) => {
  await open(page);
  const code = page.evaluate(() => {
    // A file that never ends, as slow as a network drive.
    const slow = new File(["aanmelddatum;leeftijd\n", "1-1-2024;12\n".repeat(4_000_000)], "groot.csv");
    return document
      .querySelector("ben-monitor")
      ?.load(slow)
      .catch((error: { code: string }) => error.code);
  });
  await page.getByRole("button", { name: "Stop" }).click();
  expect(await code).toBe("element.stopped");
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  await choose(page, SAMPLES);
});

test("a state that was saved brings back the selection for the next file, and holds no data", async ({
  page,
}) => {
  await open(page);
  await choose(page, SAMPLES);
  const saved = await page.evaluate(async () => {
    const element = document.querySelector("ben-monitor");
    await element?.setFilter([{ field: "regio", values: ["Twente"] }]);
    const state = element?.save();
    element?.forget();
    await element?.ready;
    if (state) await element?.restore(state);
    return JSON.stringify(state);
  });
  expect(saved).not.toContain("verzonnen");
  await choose(page, SAMPLES);
  expect(await page.evaluate(() => document.querySelector("ben-monitor")?.report?.cases)).toMatchObject({
    read: 190,
    selected: 144,
  });
});

test("a mapping of one's own is used on the file that is there", async ({ page }) => {
  await open(page);
  await choose(page, [csv("eigen.csv", "aanmelddatum;jaren\n1-1-2024;12\n2-2-2024;16\n")]);
  const known = await page.evaluate(async () => {
    const element = document.querySelector("ben-monitor");
    const ages = () => element?.report?.indicators.find((one) => one.id === "leeftijd")?.n ?? 0;
    const before = ages();
    const mapping = { columns: { aanmelddatum: "aanmelddatum", jaren: "leeftijd" }, values: {} };
    await element?.setMapping(mapping);
    return { before, after: ages(), columns: element?.mapping?.columns };
  });
  expect(known).toMatchObject({ before: 0, after: 2, columns: { jaren: "leeftijd" } });
});

test("the file that src names is shown at once, and so is the next one", async ({ page }) => {
  await open(page, "/tests/source.html");
  const read = () => page.evaluate(() => document.querySelector("ben-monitor")?.report?.cases.read);
  await expect.poll(read).toBe(46);
  await page.evaluate(() =>
    document.querySelector("ben-monitor")?.setAttribute("src", "/samples/twente-2024.csv"),
  );
  await expect.poll(read).toBe(144);
});

test("a load that is cancelled at its very end leaves the cases that are shown", async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
  const outcome = await page.evaluate(async () => {
    const element = document.querySelector("ben-monitor");
    if (!element) return null;
    // The worker has read all of this file when the page hears of it; the next load overtakes it just then.
    const overtaken = new Promise<string>((resolve) => {
      element.addEventListener(
        "ben-file-read",
        () => {
          const failing = element.load("/tests/nergens.csv").catch(() => undefined);
          resolve(failing.then(() => "overtaken"));
        },
        { once: true },
      );
    });
    const file = new File(["aanmelddatum;leeftijd\n1-1-2024;12\n"], "klein.csv");
    const code = await element.load(file).catch((error: { code: string }) => error.code);
    await overtaken;
    const before = element.report?.cases.read;
    const after = (await element.setFilter([])).cases.read;
    return { code, before, after };
  });
  expect(outcome).toEqual({ code: "element.superseded", before: 190, after: 190 });
});

test("a report that is forgotten while it is drawn is not given as the answer", async ({ page }) => {
  await open(page);
  const outcome = await page.evaluate(async () => {
    const element = document.querySelector("ben-monitor");
    if (!element) return null;
    let rendered = 0;
    element.addEventListener("ben-rendered", () => rendered++);
    const answer = element
      .load(new File(["aanmelddatum;leeftijd\n1-1-2024;12\n"], "klein.csv"))
      .then(() => "shown")
      .catch((error: { code: string }) => error.code);
    while (!element.report) await new Promise((resolve) => setTimeout(resolve));
    element.forget();
    return { answer: await answer, rendered };
  });
  expect(outcome).toEqual({ answer: "element.forgotten", rendered: 0 });
});

test("a language that changes while a file is read is the one that is shown", async ({ page }) => {
  await open(page);
  await page.evaluate(async () => {
    const element = document.querySelector("ben-monitor");
    element?.addEventListener("ben-file-read", () => element.setAttribute("lang", "en"), { once: true });
    await element?.load("/samples/twente-2024.csv");
  });
  const title = () =>
    page.evaluate(() =>
      JSON.stringify(document.querySelector("ben-monitor")?.findings.map((one) => one.text)),
    );
  const english = await page.evaluate(async () => {
    const element = document.createElement("ben-monitor");
    element.setAttribute("lang", "en");
    document.body.append(element);
    await element.load("/samples/twente-2024.csv");
    return JSON.stringify(element.findings.map((one) => one.text));
  });
  expect(english.length).toBeGreaterThan(20);
  await expect.poll(title).toBe(english);
});

test("an element outside a page says that it can't read", async ({ page }) => {
  await open(page);
  const code = await page.evaluate(() =>
    document
      .createElement("ben-monitor")
      .load("/samples/twente-2024.csv")
      .catch((error: { code: string }) => error.code),
  );
  expect(code).toBe("element.forgotten");
});

test("a page that moves to a sharper screen is drawn again", async ({ page }) => {
  // The browser's tools change the pixels without telling the page's media queries, as a real screen does.
  await page.addInitScript(() => {
    const real = window.matchMedia.bind(window);
    const told: MediaQueryList[] = [];
    Object.assign(window, { told });
    window.matchMedia = (query) => {
      const list = real(query);
      if (query.includes("resolution")) told.push(list);
      return list;
    };
  });
  await open(page);
  await choose(page, SAMPLES);
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 720 };
  const tools = await page.context().newCDPSession(page);
  await tools.send("Emulation.setDeviceMetricsOverride", {
    width,
    height,
    deviceScaleFactor: 2,
    mobile: false,
  });
  await page.evaluate(() => {
    const { told } = window as unknown as { told: MediaQueryList[] };
    for (const list of [...told]) list.dispatchEvent(new Event("change"));
  });
  // All drawings, each in its turn, and looking at so many pixels takes its time too.
  await expect
    .poll(async () => (await drawings(page)).every(({ ratio }) => Math.abs(ratio - 2) < 0.05), {
      timeout: 20_000,
    })
    .toBe(true);
});

test("a selection that succeeds takes an earlier failure off the screen", async ({ page }) => {
  await open(page);
  await choose(page, SAMPLES);
  await page.evaluate(() =>
    document
      .querySelector("ben-monitor")
      ?.load("/tests/nergens.csv")
      .catch(() => undefined),
  );
  await expect(page.getByRole("alert")).toHaveCount(1);
  await page.evaluate(async () => {
    await document.querySelector("ben-monitor")?.setFilter([{ field: "regio", values: ["Twente"] }]);
  });
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("a recept that is given later is used, on the file that is there and after forget()", async ({
  page,
}) => {
  await open(page);
  await choose(page, [csv("eigen.csv", "aanmelddatum;jaren\n1-1-2024;12\n2-2-2024;16\n")]);
  const columns = () =>
    page.evaluate(() => document.querySelector("ben-monitor")?.mapping?.columns.jaren ?? null);
  expect(await columns()).toBeNull();
  const give = (field: string) =>
    page.evaluate((to) => {
      const recept = { columns: { aanmelddatum: "aanmelddatum", jaren: to }, values: {} };
      document.querySelector("ben-monitor")?.setAttribute("recept", JSON.stringify(recept));
    }, field);
  await give("leeftijd");
  await expect.poll(columns).toBe("leeftijd");
  await page.evaluate(() => document.querySelector("ben-monitor")?.forget());
  await give("regio");
  await expect.poll(columns).toBe("regio");
});
