// The stage: 16:9 and as large as the screen, all of it in parts of 1080 lines (`--u` is one of them). Where that would
// make letters too small the page flows, and letters have their usual size.
import { css } from "lit";

export const stageStyles = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  p,
  ul,
  h2 {
    margin: 0;
    padding: 0;
  }
  dialog {
    position: fixed;
    inset: 0;
    width: 100vw;
    height: 100vh;
    height: 100dvh;
    max-width: none;
    max-height: none;
    margin: 0;
    padding: 0;
    border: 0;
    overflow: hidden;
    background: var(--_paper);
    color: var(--_ink);
    font-family: var(--_font);
    line-height: 1.3;
    --u: min(100vw / 1920, 100vh / 1080);
  }
  dialog:focus {
    outline: none;
  }
  dialog::backdrop {
    background: var(--_paper);
  }
  :focus-visible {
    outline: max(3px, 4 * var(--u)) solid var(--_accent);
    outline-offset: 2px;
    border-radius: 3px;
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .stage {
    position: absolute;
    inset: 0;
    margin: auto;
    width: calc(1920 * var(--u));
    height: calc(1080 * var(--u));
    padding: calc(32 * var(--u)) calc(80 * var(--u)) calc(14 * var(--u));
    display: flex;
    flex-direction: column;
    font-size: calc(30 * var(--u));
  }
  .top {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: calc(40 * var(--u));
    min-height: calc(44 * var(--u));
    font-size: calc(24 * var(--u));
    color: var(--_soft);
  }
  .mark {
    flex: none;
    margin-inline-start: auto;
    color: var(--_warn);
    font-weight: 700;
    letter-spacing: 0.06em;
  }
  .mark.safe {
    color: var(--_accent);
    letter-spacing: 0;
  }
  .slide {
    flex: 1;
    min-height: 0;
    display: flex;
    flex-direction: column;
    padding-top: calc(6 * var(--u));
    animation: come 0.2s ease-out;
  }
  @keyframes come {
    from {
      opacity: 0;
    }
  }
  .finding {
    font-size: calc(52 * var(--u));
    line-height: 1.18;
    font-weight: 680;
    letter-spacing: -0.01em;
    text-wrap: balance;
    max-width: 34em;
  }
  .sentence {
    margin-top: calc(12 * var(--u));
    font-size: calc(32 * var(--u));
    color: var(--_soft);
    text-wrap: pretty;
  }
  .figure {
    flex: 1;
    min-height: 0;
    /* Room for the ring around what has the focus, which would be cut off otherwise. */
    margin: calc(22 * var(--u)) calc(-10 * var(--u)) 0;
    padding-inline: calc(10 * var(--u));
    overflow: auto;
    display: grid;
    align-content: safe center;
    justify-content: start;
  }
  /* Words alone stand where one begins to read. */
  .figure:has(> p) {
    align-content: start;
  }
  .plot {
    position: relative;
    width: max-content;
    max-width: 100%;
  }
  .plot.can {
    cursor: pointer;
  }
  ben-monitor-picture {
    display: block;
  }
  ben-monitor-picture[empty] {
    display: none;
  }
  canvas {
    display: block;
  }
  .marks {
    position: absolute;
    inset: 0;
    border-radius: 3px;
  }
  .mark-box,
  .plot .mark {
    position: absolute;
    margin: 0;
    border-radius: 3px;
    pointer-events: none;
  }
  .plot .mark:focus-visible,
  .plot .mark.on {
    outline: max(2px, 3 * var(--u)) solid var(--_ink);
    outline-offset: 2px;
  }
  .plot .mark:focus-visible {
    outline: max(3px, 5 * var(--u)) solid var(--_accent);
  }
  .tip {
    position: absolute;
    z-index: 1;
    max-width: 32em;
    padding: 0.35em 0.7em;
    border: 1px solid var(--_edge);
    border-radius: 0.3em;
    background: var(--_paper);
    color: var(--_ink);
    font-size: calc(24 * var(--u));
    box-shadow: 0 2px 10px rgb(0 0 0 / 18%);
  }
  .foot,
  .caution {
    margin-top: calc(12 * var(--u));
    font-size: calc(22 * var(--u));
    color: var(--_soft);
  }
  .caution {
    padding-inline-start: 0.7em;
    border-inline-start: max(3px, 4 * var(--u)) solid var(--_warn);
  }
  .caution + .foot {
    margin-top: calc(8 * var(--u));
  }

  .opening {
    justify-content: center;
  }
  .opening .finding {
    font-size: calc(96 * var(--u));
    padding-bottom: calc(28 * var(--u));
    border-bottom: calc(4 * var(--u)) solid var(--_ink);
    max-width: none;
  }
  .about {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: calc(16 * var(--u)) calc(48 * var(--u));
    margin: calc(44 * var(--u)) 0 0;
    font-size: calc(34 * var(--u));
  }
  .about dt {
    color: var(--_soft);
  }
  .about dd {
    margin: 0;
  }

  .bar {
    flex: none;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(14 * var(--u));
    margin-top: calc(10 * var(--u));
    padding-top: calc(12 * var(--u));
    border-top: 1px solid var(--_line);
    font-size: calc(22 * var(--u));
  }
  .place {
    min-width: 5em;
    text-align: center;
    font-variant-numeric: tabular-nums;
    color: var(--_soft);
  }
  .space {
    flex: 1;
  }
  button,
  select {
    font: inherit;
    min-height: max(24px, 46 * var(--u));
    padding: 0 calc(20 * var(--u));
    border: 1px solid var(--_edge);
    border-radius: max(4px, 6 * var(--u));
    background: var(--_paper);
    color: var(--_ink);
    cursor: pointer;
  }
  button:hover,
  select:hover {
    border-color: var(--_accent);
    color: var(--_accent);
  }
  button[aria-disabled="true"] {
    color: var(--_soft);
    border-color: var(--_line);
    cursor: default;
  }
  button[aria-pressed="true"],
  button[aria-expanded="true"] {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 max(1px, 2 * var(--u)) var(--_accent);
  }
  .turn {
    min-width: calc(150 * var(--u));
    font-weight: 600;
  }
  .clear {
    margin-inline-start: 0.8em;
    min-height: max(24px, 38 * var(--u));
  }
  .states {
    display: inline-flex;
    align-items: center;
    gap: 0.6em;
  }

  .figures {
    flex: 1;
    min-height: 0;
    overflow: auto;
    margin-top: calc(28 * var(--u));
    font-size: calc(24 * var(--u));
  }
  table {
    border-collapse: collapse;
    width: 100%;
    max-width: calc(1400 * var(--u));
    margin-bottom: calc(28 * var(--u));
    font-variant-numeric: tabular-nums;
  }
  caption {
    text-align: start;
    font-weight: 650;
    padding: 0.2em 0;
  }
  th,
  td {
    text-align: end;
    padding: 0.25em 0.5em;
    border-bottom: 1px solid var(--_line);
    font-weight: 400;
  }
  thead th {
    color: var(--_soft);
    border-bottom-color: var(--_ink);
    vertical-align: bottom;
  }
  th:first-child,
  td:first-child {
    text-align: start;
    padding-inline-start: 0;
  }
  tr.sum th,
  tr.sum td {
    font-weight: 650;
  }
  tr.soft th,
  tr.soft td {
    color: var(--_soft);
  }
  .under {
    color: var(--_soft);
  }

  ben-monitor-overview {
    flex: 1;
    min-height: 0;
    display: flex;
  }
  .overview {
    flex: 1;
    min-height: 0;
    display: flex;
    flex-direction: column;
  }
  .overview .finding {
    font-size: calc(40 * var(--u));
  }
  .hint {
    font-size: calc(24 * var(--u));
    color: var(--_soft);
  }
  .tiles {
    list-style: none;
    flex: 1;
    min-height: 0;
    overflow: auto;
    display: grid;
    grid-template-columns: repeat(5, minmax(0, 1fr));
    grid-auto-rows: max-content;
    gap: calc(24 * var(--u));
    margin-top: calc(20 * var(--u));
    padding: 6px;
  }
  .tile {
    display: flex;
    flex-direction: column;
    min-width: 0;
  }
  .tile button {
    flex: 1;
    display: flex;
    flex-direction: column;
    gap: calc(8 * var(--u));
    width: 100%;
    /* Its tick comes into view with it. */
    scroll-margin-block: calc(70 * var(--u));
    min-height: calc(230 * var(--u));
    padding: calc(14 * var(--u));
    text-align: start;
    justify-content: flex-start;
    font-size: calc(21 * var(--u));
    line-height: 1.22;
  }
  .tile button[aria-current] {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 max(1px, 3 * var(--u)) var(--_accent);
  }
  .tile.out button {
    color: var(--_soft);
    border-style: dashed;
  }
  .tile.out .mini {
    opacity: 0.35;
  }
  .tile b {
    font-weight: 600;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
    overflow: hidden;
  }
  .mini {
    display: block;
    width: 100%;
    height: calc(96 * var(--u));
    overflow: hidden;
  }
  .mini canvas {
    width: 100%;
  }
  .tile label,
  .keys {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    min-height: max(24px, 40 * var(--u));
    font-size: calc(21 * var(--u));
    color: var(--_soft);
  }
  input[type="checkbox"] {
    width: max(24px, 1.2em);
    height: max(24px, 1.2em);
    margin: 0;
    accent-color: var(--_accent);
  }

  @media (max-width: 799px), (max-height: 449px) {
    dialog {
      overflow: auto;
      --u: 0.55px;
    }
    .stage {
      position: static;
      width: auto;
      height: auto;
      min-height: 100%;
      padding: 16px 16px 12px;
      font-size: 16px;
    }
    .top,
    .foot,
    .caution,
    .hint,
    .bar,
    .figures,
    .tip,
    .tile button,
    .tile label,
    .keys {
      font-size: 15px;
    }
    .top {
      flex-wrap: wrap;
    }
    .finding,
    .overview .finding {
      font-size: 22px;
    }
    .opening .finding {
      font-size: 32px;
    }
    .sentence,
    .about {
      font-size: 17px;
    }
    .about {
      grid-template-columns: 1fr;
      gap: 2px;
    }
    .about dd {
      margin-bottom: 10px;
    }
    .figure,
    .figures,
    .tiles {
      overflow: visible;
    }
    .figure {
      align-content: start;
    }
    .figures {
      overflow-x: auto;
    }
    .figures {
      flex: none;
    }
    .tiles {
      grid-template-columns: repeat(auto-fill, minmax(140px, 1fr));
      gap: 12px;
      padding: 0;
    }
    .mini {
      height: 70px;
    }
    .bar {
      position: sticky;
      bottom: 0;
      gap: 8px;
      margin-top: 16px;
      padding: 8px 0;
      background: var(--_paper);
    }
    button,
    select {
      min-height: 40px;
      padding: 0 12px;
    }
    .turn {
      min-width: 0;
    }
    .place {
      min-width: 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .slide {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .plot {
      forced-color-adjust: none;
    }
    button[aria-pressed="true"],
    button[aria-expanded="true"],
    .tile button[aria-current] {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
  }
`;

/** Where letters would be too small on a stage: as in the sheet above. */
export const FLOWS = "(max-width: 799px), (max-height: 449px)";
