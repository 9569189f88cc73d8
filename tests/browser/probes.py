# SPDX-License-Identifier: EUPL-1.2
"""Scripts that measure the drawing of a map in a page."""

# For each link of the drawing, the side in CSS pixels of the largest square in which every point belongs to the link.
# Points one pixel apart are checked.
TARGETS = """
const step = 1, sides = {};
for (const link of document.querySelectorAll('svg a')) {
  link.scrollIntoView({block: 'center'});
  const box = link.getBoundingClientRect();
  const columns = Math.floor(box.width / step) + 1, rows = Math.floor(box.height / step) + 1;
  let above = new Array(columns).fill(0), best = 0;
  for (let row = 0; row < rows; ++row) {
    const here = new Array(columns).fill(0);
    for (let column = 0; column < columns; ++column) {
      const hit = document.elementFromPoint(box.left + column * step, box.top + row * step);
      if (!hit || hit.closest('a') !== link) continue;
      here[column] = 1 + (column ? Math.min(here[column - 1], above[column], above[column - 1]) : 0);
      best = Math.max(best, here[column]);
    }
    above = here;
  }
  sides[link.getAttribute('href')] = best * step;
}
return sides;
"""

# The pairs of texts that overlap. A label is measured as a whole, and the curved name of a territory letter by letter.
OVERLAPS = """
const boxes = [];
for (const text of document.querySelectorAll('svg a text')) {
  if (getComputedStyle(text.parentElement).display === 'none') continue;
  const whose = text.closest('a').getAttribute('href'), curved = text.querySelector('textPath');
  const matrix = text.getScreenCTM();
  for (let i = 0; i < (curved ? text.getNumberOfChars() : 1); ++i) {
    const box = curved ? text.getExtentOfChar(i) : text.getBBox();
    const size = parseFloat(getComputedStyle(text).fontSize);
    // Only the height of the letters, without the space that the font reserves above and below them.
    const middle = box.y + box.height / 2;
    boxes.push({whose, text: text.textContent, left: box.x, right: box.x + box.width,
                top: middle - size * 0.4, bottom: middle + size * 0.4});
  }
}
const found = [];
for (const a of boxes) for (const b of boxes) {
  if (a.whose >= b.whose) continue;
  if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) found.push([a.text, b.text]);
}
return found;
"""

LINKS = "return [...document.querySelectorAll(arguments[0] + ' a')].map(link => link.getAttribute('href'))"

FOCUSED = """
const link = document.activeElement, ring = link.querySelector('.landkaart-ring');
return {href: link.getAttribute('href'), in_drawing: !!link.closest('svg'),
        ring: ring && getComputedStyle(ring).stroke, outline: getComputedStyle(link).outlineStyle};
"""
