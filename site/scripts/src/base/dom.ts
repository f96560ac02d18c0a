// Elements from names, attributes and text: text is never read as markup.
type Child = Node | string;

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

export function all<E extends Element = HTMLElement>(
  selector: string,
  within: ParentNode = document,
): E[] {
  return [...within.querySelectorAll<E>(selector)];
}

/** A button of a toolbar. */
export function button(text: string, onClick: () => void, name = ""): HTMLButtonElement {
  const made = element("button", { type: "button", class: "quiet" }, text);
  if (name) made.dataset["action"] = name;
  made.addEventListener("click", onClick);
  return made;
}

/** An address that is safe to follow: anything but http and relative ones becomes undefined. */
export function safeAddress(address: string): string | undefined {
  try {
    const { protocol } = new URL(address, document.baseURI);
    return ["http:", "https:", "file:"].includes(protocol) ? address : undefined;
  } catch {
    return undefined;
  }
}
