// SPDX-License-Identifier: EUPL-1.2
// Shows a page again as soon as there is a newer proof of the folder than the one it was made from.
"use strict";

const proof = document.querySelector("[data-proof]").dataset.proof;

new EventSource("/voorvertoning/proeven").addEventListener("message", (event) => {
  if (event.data !== proof) location.reload();
});
