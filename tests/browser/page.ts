// What the browser tests share: a page with an element that is ready, the sample files, and what the page did.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";

export const SAMPLES = ["ijsselland-2024.csv", "twente-2024.csv"].map((name) =>
  fileURLToPath(new URL(`../../www/samples/${name}`, import.meta.url)),
);

/** A file as Playwright hands it to an input. */
export interface GivenFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export function csv(name: string, content: string | Buffer): GivenFile {
  return { name, mimeType: "text/csv", buffer: Buffer.from(content) };
}

/** Opens a page of ours and waits until all its elements can read. */
export async function open(page: Page, address = "/tests/one.html"): Promise<void> {
  await page.goto(address);
  await page.evaluate(async () => {
    const elements = [...document.querySelectorAll("ben-monitor")];
    await Promise.all(elements.map((element) => element.ready));
  });
}

/** Does something, and answers with the first event of that name that it leads to; of drawing, when all is drawn. */
export async function eventAfter<T>(page: Page, name: string, act: () => Promise<unknown>): Promise<T> {
  const heard = await page.evaluateHandle((event) => {
    const promise = new Promise<unknown>((resolve) => {
      document.addEventListener(event, (fired) => {
        const { detail } = fired as CustomEvent;
        if (detail?.all !== false) resolve(detail);
      });
    });
    return { promise };
  }, name);
  await act();
  return heard.evaluate(({ promise }) => promise) as Promise<T>;
}

/** Chooses files as a person does, and waits until all charts stand. */
export function choose(page: Page, files: string[] | GivenFile[], element = "ben-monitor"): Promise<unknown> {
  const input = page.locator(`${element} input[type=file]`);
  return eventAfter(page, "ben-rendered", () => input.setInputFiles(files));
}

/** Drops files as a person does, and waits until all charts stand. */
export async function drop(page: Page, paths: string[]): Promise<unknown> {
  const files = paths.map((path) => ({ name: path.split("/").pop() ?? "", bytes: [...readFileSync(path)] }));
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer();
    for (const { name, bytes } of given) data.items.add(new File([new Uint8Array(bytes)], name));
    return data;
  }, files);
  const zone = page.locator("ben-monitor .empty");
  await zone.dispatchEvent("dragover", { dataTransfer: transfer });
  return eventAfter(page, "ben-rendered", () => zone.dispatchEvent("drop", { dataTransfer: transfer }));
}

/** Every breach of the page's policy from now on, as the browser reports it; call before `open`. */
export async function watchPolicy(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const breaches: string[] = [];
    Object.assign(window, { breaches });
    document.addEventListener("securitypolicyviolation", (event) => {
      breaches.push(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return () => page.evaluate(() => (window as unknown as { breaches: string[] }).breaches);
}

/** Errors that nobody caught, and what the page complains of. */
export function watchComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  return complaints;
}

/** How many different colours each drawing holds, and how many pixels wide it is for each CSS pixel. */
export function drawings(page: Page): Promise<{ colours: number; ratio: number; height: number }[]> {
  return page.locator("ben-monitor canvas:visible").evaluateAll((canvases) =>
    canvases.map((element) => {
      const canvas = element as HTMLCanvasElement;
      const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data;
      const colours = new Set(new Uint32Array(pixels?.buffer ?? new ArrayBuffer(0)));
      const { width, height } = canvas.getBoundingClientRect();
      return { colours: colours.size, ratio: canvas.width / width, height };
    }),
  );
}

/** The colours of all full pixels of the first drawing, as red, green and blue. */
export function opaqueColours(page: Page): Promise<[number, number, number][]> {
  return page
    .locator("ben-monitor canvas:visible")
    .first()
    .evaluate((element) => {
      const canvas = element as HTMLCanvasElement;
      const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data;
      const found = new Set<number>();
      for (const pixel of new Uint32Array(pixels?.buffer ?? new ArrayBuffer(0))) {
        if (pixel >>> 24 === 255) found.add(pixel & 0xffffff);
      }
      // Little-endian: red is the lowest byte.
      return [...found].map((pixel): [number, number, number] => [
        pixel & 255,
        (pixel >> 8) & 255,
        (pixel >> 16) & 255,
      ]);
    });
}
