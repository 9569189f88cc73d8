// SPDX-License-Identifier: EUPL-1.2
// Shows the contact when a search finds nothing, or when the API does not answer.

const contact = document.getElementById("contact");

document.addEventListener("landkaart:search", (event) => {
  if (event.target.localName === "landkaart-zoek") contact.hidden = event.detail.total > 0;
});
document.addEventListener("landkaart:error", () => {
  contact.hidden = false;
});
