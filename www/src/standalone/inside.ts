// The first lines of every worker of the page that is one file: takes the files, which are its first message.
import { type Files, serve } from "./files";

self.addEventListener(
  "message",
  (event: MessageEvent<Files>) => {
    // The worker itself hears of it nothing.
    event.stopImmediatePropagation();
    serve(event.data);
  },
  { once: true },
);
