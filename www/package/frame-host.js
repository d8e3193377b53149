// For a page with the element in a frame: <iframe data-ben-frame src="…/frame.html?mode=publicatie&src=…">. Makes each
// of these frames as high as what it holds.

addEventListener("message", ({ data, source, origin }) => {
  if (data?.type !== "ben-frame" || !Number.isFinite(data.height)) return;
  for (const frame of document.querySelectorAll("iframe[data-ben-frame]")) {
    // Only the frame itself may say so, and only as long as it shows the page that was put in it.
    if (source !== frame.contentWindow || origin !== new URL(frame.src).origin) continue;
    frame.style.height = `${Math.max(0, data.height)}px`;
  }
});
