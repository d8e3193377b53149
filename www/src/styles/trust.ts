// Where the figures are made, and how anyone can see that.
import { css } from "lit";

export const trust = css`
  .trusted {
    font-size: var(--_small);
    max-width: 30em;
  }
  .trusted summary {
    display: flex;
    gap: 6px;
    align-items: center;
    min-height: 24px;
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
    list-style: none;
    text-decoration: underline;
    text-decoration-style: dotted;
    text-underline-offset: 3px;
  }
  .trusted summary::-webkit-details-marker {
    display: none;
  }
  .trusted summary svg {
    width: 1em;
    height: 1em;
    flex: none;
  }
  .trusted > div {
    margin: 6px 0;
    padding: 10px 14px;
    border-radius: var(--_radius);
    background: var(--_wash);
    overflow-wrap: anywhere;
  }
  .trusted p + p {
    margin-top: 6px;
  }
  .trusted a {
    color: var(--_accent);
  }
`;
