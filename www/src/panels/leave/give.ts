// Gives a file to the person, who says where it goes.

/** Long enough for the browser to have it in hand, in milliseconds. */
const KEPT = 60_000;

export function give(name: string, blob: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
}
