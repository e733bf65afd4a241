/** A figure's styles for a renderer that knows neither custom properties nor media queries: rules with bare values. */

const comment = /\/\*[\s\S]*?\*\//g;
/** At-rules, with the blocks in their blocks. */
const atRule = /@[\w-]+[^{};]*(?:;|\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})/g;
const block = /([^{}]+)\{([^{}]*)\}/g;
/** States and parts that a picture does not have. */
const unsupported = /:(?!root\b|first-child\b)|\[data-theme/;
/** What a drawing's shapes are styled by; sizes of text, layout and motion are not. */
const painted =
  /^(color|fill|stroke|opacity|visibility|display|stop-)|^(fill|stroke)-(width|opacity|dasharray|linecap|linejoin|rule)$/;

interface Rule {
  readonly selector: string;
  readonly declarations: readonly (readonly [name: string, value: string])[];
}

/** @param css style sheets one after another, the ones with the custom properties among them */
export function flatStyles(css: string): string {
  const rules = parse(css);
  const properties = new Map(
    rules
      .filter(({ selector }) => selector === ':root')
      .flatMap(({ declarations }) => declarations.filter(([name]) => name.startsWith('--'))),
  );
  const shapes = rules.filter(({ selector }) => selector !== ':root');
  return [...shapes, ...scoped(shapes, properties)]
    .flatMap(({ selector, declarations }) => {
      const kept = declarations
        .filter(([name]) => painted.test(name))
        .map(([name, value]) => [name, resolved(value, properties)] as const)
        .filter(([, value]) => !/\(|var/.test(value) || value.startsWith('url('));
      return kept.length === 0
        ? []
        : `${selector}{${kept.map(([name, value]) => `${name}:${value}`).join(';')}}`;
    })
    .join('\n');
}

/** Rules whose property is set not at the root but by another rule: on the same element, or on one around it. */
function scoped(rules: readonly Rule[], known: ReadonlyMap<string, string>): Rule[] {
  return rules.flatMap(({ selector, declarations }) =>
    declarations.flatMap(([name, value]) => {
      const [, property] = /^var\((--[\w-]+)\)$/.exec(value) ?? [];
      if (!property || known.has(property)) return [];
      return rules.flatMap((setting) =>
        setting.declarations
          .filter(([set]) => set === property)
          .flatMap(([, given]) =>
            joined(setting.selector, selector).map((both) => ({
              selector: both,
              declarations: [[name, given] as const],
            })),
          ),
      );
    }),
  );
}

function joined(outer: string, inner: string): string[] {
  const last = (selector: string) => selector.split(/[ >]+/).at(-1) ?? '';
  if (last(outer) === last(inner)) return [outer];
  const same = /^[.[]/.test(last(outer)) ? [`${inner}${last(outer)}`] : [];
  return [`${outer} ${inner}`, ...same];
}

function parse(css: string): Rule[] {
  const plain = css.replace(comment, '').replace(atRule, '');
  return [...plain.matchAll(block)].flatMap(([, selectors, body]) => {
    const declarations = body.split(';').flatMap((line) => {
      const [, name, value] = /^\s*([\w-]+)\s*:\s*([\s\S]*\S)\s*$/.exec(line) ?? [];
      return name ? [[name, value] as const] : [];
    });
    return selectors
      .split(',')
      .map((selector) => selector.trim().replace(/\s+/g, ' '))
      .filter((selector) => selector === ':root' || !unsupported.test(selector))
      .map((selector) => ({ selector, declarations }));
  });
}

/** A value with its custom properties replaced, those within their values too. */
function resolved(value: string, properties: ReadonlyMap<string, string>, depth = 0): string {
  if (depth > 8) return value;
  return value.replace(/var\((--[\w-]+)(?:,\s*([^()]*))?\)/g, (whole, name, fallback) => {
    const found = properties.get(name) ?? fallback;
    return found === undefined ? whole : resolved(found, properties, depth + 1);
  });
}
