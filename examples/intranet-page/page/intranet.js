// SPDX-License-Identifier: EUPL-1.2
// Who finds nothing is shown whom to call.

const contact = document.getElementById("contact");

document.addEventListener("landkaart:search", (event) => {
  if (event.target.localName === "landkaart-zoek") contact.hidden = event.detail.total > 0;
});
document.addEventListener("landkaart:error", () => {
  contact.hidden = false;
});
