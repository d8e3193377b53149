// The element keeps to the rules of the site that it stands on: its policy, its document, its network.
import { expect, test } from "@playwright/test";
import { choose, open, SAMPLES, watchComplaints, watchPolicy } from "./page";

const STRICT = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";

test("works under a strict policy without breaching it", async ({ page }) => {
  const breaches = await watchPolicy(page);
  const complaints = watchComplaints(page);
  const response = await page.request.get("/tests/one.html");
  expect(response.headers()["content-security-policy"]).toBe(STRICT);
  await open(page);
  await choose(page, SAMPLES);
  await page.getByRole("button", { name: "Toon tabel" }).first().click();
  await page.getByRole("option").first().focus();
  expect(await breaches()).toEqual([]);
  expect(complaints).toEqual([]);
});

test("works when the server does not know what wasm is", async ({ page }) => {
  const { BEN_URL_WRONG_MIME: base = "" } = process.env;
  const wasm = page.waitForResponse(/\.wasm$/);
  await open(page, new URL("/tests/one.html", base).href);
  expect((await wasm).headers()["content-type"]).toContain("text/plain");
  await choose(page, SAMPLES);
  expect(await page.evaluate(() => document.querySelector("ben-monitor")?.report?.cases.read)).toBe(190);
});

test("asks the network for nothing once it is ready", async ({ page, context }) => {
  await open(page);
  const asked: string[] = [];
  context.on("request", (request) => asked.push(request.url()));
  await context.setOffline(true);
  await choose(page, SAMPLES);
  await page.getByRole("button", { name: "Toon tabel" }).first().click();
  await page.locator("ben-monitor-reading summary").first().click();
  await page.evaluate(() =>
    document.querySelector("ben-monitor")?.setFilter([{ field: "regio", values: ["Twente"] }]),
  );
  await choose(page, SAMPLES);
  expect(asked).toEqual([]);
});

test("writes nothing to the document around it", async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    const written: string[] = [];
    Object.assign(window, { written });
    new MutationObserver((records) => {
      for (const record of records)
        written.push(`${record.type} ${record.target.nodeName} ${record.attributeName}`);
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  await choose(page, SAMPLES);
  await page.getByRole("option").first().focus();
  await page.getByRole("button", { name: "Toon tabel" }).first().click();
  await page.evaluate(() => document.querySelector("ben-monitor")?.forget());
  const written = () => page.evaluate(() => (window as unknown as { written: string[] }).written);
  expect(await written()).toEqual([]);
  // The observer does see what is written.
  await page.evaluate(() => document.body.append("seen"));
  expect(await written()).toEqual(["childList BODY null"]);
});

test("says in Dutch which line the administrator must add when wasm is forbidden", async ({ page }) => {
  await page.route("**/tests/one.html", async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), "content-security-policy": "default-src 'self'" };
    await route.fulfill({ response, headers });
  });
  await page.goto("/tests/one.html");
  const error = page.getByRole("alert");
  await expect(error).toContainText("script-src 'self' 'wasm-unsafe-eval'");
  await expect(error).toContainText("beheerder");
  const code = await page.evaluate(() =>
    document.querySelector("ben-monitor")?.ready.catch((failure: { code: string }) => failure.code),
  );
  expect(code).toBe("element.policy");
});

test("says what is missing when the wasm file is not there, and tries again", async ({ page }) => {
  await page.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "" }));
  await page.goto("/tests/one.html");
  await expect(page.getByRole("alert")).toContainText("ben-monitor_bg.wasm");
  await page.unroute("**/*.wasm");
  await page.getByRole("button", { name: "Opnieuw proberen" }).click();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await page.evaluate(() => document.querySelector("ben-monitor")?.ready);
  await choose(page, SAMPLES);
});

for (const part of [/ben-monitor-later-/, /ben-monitor-later_bg/]) {
  test(`draws the charts before its later parts have come, and says so when they are not there: ${part}`, async ({
    page,
  }) => {
    const asked: string[] = [];
    await page.route(part, (route) => {
      asked.push(route.request().url());
      return route.fulfill({ status: 404, body: "" });
    });
    await page.goto("/tests/one.html");
    const code = await page.evaluate(() =>
      document.querySelector("ben-monitor")?.ready.catch((failure: { code: string }) => failure.code),
    );
    expect(code).toBe("element.incomplete");
    expect(asked).toHaveLength(1);
    await expect(page.getByRole("alert")).toContainText("beheerder");
    await choose(page, SAMPLES.slice(0, 1));
    await expect(page.locator("ben-monitor canvas").first()).toBeVisible();
    // Several files are brought together by the part that is not there.
    const several = await page.evaluate(() =>
      document
        .querySelector("ben-monitor")
        ?.load([new Blob(["aanmelddatum\n1-2-2024\n"]), new Blob(["aanmelddatum\n1-3-2024\n"])])
        .catch((failure: { code: string }) => failure.code),
    );
    expect(several).toBe("element.incomplete");
  });
}

test("a file that is dropped early is drawn before the rest of the core has come, and completed by it", async ({
  page,
}) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/ben-monitor-later_bg/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/tests/one.html");
  await choose(page, SAMPLES.slice(1));
  await expect(page.locator("ben-monitor canvas").first()).toBeVisible();
  const findings = () => page.evaluate(() => document.querySelector("ben-monitor")?.findings.length);
  expect(await findings()).toBe(0);
  const told = () =>
    page.evaluate(() =>
      (document.querySelector("ben-monitor")?.report?.indicators ?? []).map((one) => [
        one.id,
        "unit" in one ? one.unit : "",
        ...["title", "subtitle"].map((key) => String(Reflect.get(one, key))),
        JSON.stringify("rows" in one ? one.rows : null),
      ]),
    );
  const early = await told();
  const read = page.locator("ben-monitor .read");
  await expect(read).not.toContainText("Niets gevonden");
  release();
  await expect(read).toContainText("na te kijken");
  expect(await findings()).toBeGreaterThan(0);
  // What was told early stays as it was; the rest comes with it.
  const late = await told();
  expect(late.filter((one) => early.some((before) => before.join() === one.join()))).toEqual(early);
  expect(late.length).toBeGreaterThan(early.length);
});
