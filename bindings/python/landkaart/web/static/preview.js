// SPDX-License-Identifier: EUPL-1.2
// Reloads the page when the folder has been built again. The server sends the number of the newest build (proof), and
// data-proof holds the number of the build that the page shows.
"use strict";

const proof = document.querySelector("[data-proof]").dataset.proof;

new EventSource("/voorvertoning/proeven").addEventListener("message", (event) => {
  if (event.data !== proof) location.reload();
});
