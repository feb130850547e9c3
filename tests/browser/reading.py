"""What is asked of a page for readers with small screens, and for those whom movement makes ill."""

NARROW = 320
# What sticks out, unless it does so in a box of its own that scrolls.
TOO_WIDE = """
() => {
  const width = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth <= width) return [];
  const out = [...document.querySelectorAll("body *")].filter(one => one.getBoundingClientRect().right > width + 1);
  return ["scrolls", ...out.slice(0, 5).map(one => one.outerHTML.slice(0, 120))];
}
"""
MOVING = """
() => {
  const lasts = time => time.split(",").some(one => parseFloat(one) > 0.001);
  const moves = style => lasts(style.transitionDuration) || style.scrollBehavior === "smooth"
    || style.animationName !== "none" && lasts(style.animationDuration);
  return [...document.querySelectorAll("*")]
    .filter(one => ["", "::before", "::after"].some(part => moves(getComputedStyle(one, part))))
    .slice(0, 5).map(one => one.outerHTML.slice(0, 120));
}
"""
